package org.careunit.api.regions;

import org.careunit.api.failure.ConflictException;

/**
 * Somebody else said meanwhile what holds at the region's units. Nothing was changed; both versions are here, to choose
 * between or merge.
 */
public class RegionDefaultConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient RegionSettings.Default<?> refused;
    private final transient RegionSettings.Default<?> current;

    public RegionDefaultConflictException(
            String message, RegionSettings.Default<?> refused, RegionSettings.Default<?> current) {
        super(message);
        this.refused = refused;
        this.current = current;
    }

    /** What was to be said, with the version that its author had seen. */
    public RegionSettings.Default<?> refused() {
        return refused;
    }

    /** What is said now, to be said over by naming its version. */
    public RegionSettings.Default<?> current() {
        return current;
    }
}
