package org.careunit.api.failure;

/** Somebody was faster: what the caller wanted to change is not what it was when the caller read it. */
public class ConflictException extends CareunitException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
