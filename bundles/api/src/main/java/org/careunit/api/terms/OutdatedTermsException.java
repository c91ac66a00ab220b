package org.careunit.api.terms;

import org.careunit.api.failure.ConflictException;

/** The resident has read words that no longer hold. Nothing was accepted; those that hold now are here, to be shown. */
public class OutdatedTermsException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient TermsToAccept current;

    public OutdatedTermsException(String message, TermsToAccept current) {
        super(message);
        this.current = current;
    }

    /** What to show to the resident instead. */
    public TermsToAccept current() {
        return current;
    }
}
