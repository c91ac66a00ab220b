package org.careunit.api.casetypes;

import org.careunit.api.failure.ConflictException;

/**
 * Somebody else saved this case type meanwhile. Nothing was changed; both versions are here, to choose between or
 * merge.
 */
public class CaseTypeConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient Record refused;
    private final transient Record current;

    public CaseTypeConflictException(String message, Record refused, Record current) {
        super(message);
        this.refused = refused;
        this.current = current;
    }

    /** What was to be saved: an {@link UnitChoice} at a unit, a {@link CentralType} in a region. */
    public Record refused() {
        return refused;
    }

    /** What stands there now: a {@link TypeAtUnit} at a unit, a {@link CaseTypeCatalogue.Listed} in a region. */
    public Record current() {
        return current;
    }
}
