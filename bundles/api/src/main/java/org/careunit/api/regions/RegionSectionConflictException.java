package org.careunit.api.regions;

import org.careunit.api.failure.ConflictException;
import org.careunit.api.settings.RegionSection;

/**
 * Somebody else saved this section of the region meanwhile. Nothing was changed; both versions are here, to choose
 * between or merge.
 */
public class RegionSectionConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient RegionSection refused;
    private final transient RegionSettings.Saying<?> current;

    public RegionSectionConflictException(String message, RegionSection refused, RegionSettings.Saying<?> current) {
        super(message);
        this.refused = refused;
        this.current = current;
    }

    /** What was to be saved. */
    public RegionSection refused() {
        return refused;
    }

    /** What stands there now, to be saved over by naming its version. */
    public RegionSettings.Saying<?> current() {
        return current;
    }
}
