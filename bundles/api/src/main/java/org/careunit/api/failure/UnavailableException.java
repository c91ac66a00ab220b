package org.careunit.api.failure;

import org.jspecify.annotations.Nullable;

/** Not now: something this operation needs is out of reach. Nothing was changed; the same call may succeed later. */
public class UnavailableException extends CareunitException {

    private static final long serialVersionUID = 1L;

    /** @param message what is out of reach and, where it is known, what to do */
    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public UnavailableException(String message) {
        super(message);
    }
}
