package org.careunit.itests.adapter;

/** The text cannot be sent now; it may be tried again later. */
public final class TextUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TextUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
