package org.careunit.api.failure;

import org.jspecify.annotations.Nullable;

/** The root of everything that Careunit's services throw on purpose; anything else is a fault in Careunit. */
public abstract class CareunitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CareunitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    protected CareunitException(String message) {
        super(message);
    }
}
