package org.careunit.api.terms;

import org.careunit.api.failure.ConflictException;

/** Somebody else saved these terms meanwhile. Nothing was changed; what stands there now is here, to compare with. */
public class TermsConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient TermsDraft refused;
    private final transient TermsDraft current;

    public TermsConflictException(String message, TermsDraft refused, TermsDraft current) {
        super(message);
        this.refused = refused;
        this.current = current;
    }

    /** What was to be saved or published, with the version that its author had seen. */
    public TermsDraft refused() {
        return refused;
    }

    /** What stands there now, to be saved over by naming its version. */
    public TermsDraft current() {
        return current;
    }
}
