package org.careunit.api.failure;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if something that this operation needs cannot be reached now. Nothing was changed; the same call may succeed
 * later.
 */
public class UnavailableException extends CareunitException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** @param message what is out of reach and, where it is known, what to do */
    public UnavailableException(String message, @Nullable Throwable cause) {
        this(UnavailableProblem.OTHER, message, cause);
    }

    public UnavailableException(String message) {
        this(message, null);
    }

    /** As above, and which kind of thing is out of reach. */
    public UnavailableException(UnavailableProblem kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        problem = kind.with(message);
    }

    public UnavailableException(UnavailableProblem kind, String message) {
        this(kind, message, null);
    }

    /** What is out of reach, as data; its English text is the message. */
    public Problem problem() {
        return problem;
    }

    /** The code of the problem, for example {@code unavailable.database}. */
    public String code() {
        return problem.code();
    }
}
