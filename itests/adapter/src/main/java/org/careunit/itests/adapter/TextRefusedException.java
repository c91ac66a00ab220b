package org.careunit.itests.adapter;

/** The SMS centre will not take this text, however often it is tried. */
public final class TextRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TextRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
