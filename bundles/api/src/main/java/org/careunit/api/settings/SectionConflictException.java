package org.careunit.api.settings;

import org.careunit.api.failure.ConflictException;

/**
 * Somebody else saved this section meanwhile. Nothing was changed; both versions are here, to choose between or merge.
 */
public class SectionConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient Section refused;
    private final transient Versioned<?> current;

    public SectionConflictException(String message, Section refused, Versioned<?> current) {
        super(message);
        this.refused = refused;
        this.current = current;
    }

    /** What was to be saved. */
    public Section refused() {
        return refused;
    }

    /** What stands there now, to be saved over by naming its version. */
    public Versioned<?> current() {
        return current;
    }
}
