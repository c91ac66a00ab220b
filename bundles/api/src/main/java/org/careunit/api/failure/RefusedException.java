package org.careunit.api.failure;

/** Never: the input is wrong or not allowed, and trying again without a change will not help. Nothing was changed. */
public class RefusedException extends CareunitException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, and what is allowed */
    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
