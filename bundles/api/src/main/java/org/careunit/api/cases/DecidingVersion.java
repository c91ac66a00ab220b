package org.careunit.api.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The saved version of a setting that decided about a message.
 *
 * @param section the key of the section, for example {@code email-notification}, or {@code personal-settings}; never
 *     null
 * @param level whose setting it is; never null
 * @param version which version; 0 if nothing was saved and Careunit's default held
 * @param savedBy the label of who saved it; empty if nobody did, or it is a person's own setting
 * @param savedAt when; empty if nobody did, or it is not known any more
 */
public record DecidingVersion(
        String section, Level level, long version, Optional<String> savedBy, Optional<Instant> savedAt) {
    /** Whose setting. */
    public enum Level {
        UNIT,
        REGION,
        /** A staff member's own. */
        PERSON,
        /** Nobody has saved anything. */
        DEFAULT
    }

    public DecidingVersion {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(savedBy, "savedBy");
        Objects.requireNonNull(savedAt, "savedAt");
    }

    public DecidingVersion withSection(String section) {
        return new DecidingVersion(section, level, version, savedBy, savedAt);
    }

    public DecidingVersion withLevel(Level level) {
        return new DecidingVersion(section, level, version, savedBy, savedAt);
    }

    public DecidingVersion withVersion(long version) {
        return new DecidingVersion(section, level, version, savedBy, savedAt);
    }

    public DecidingVersion withSavedBy(Optional<String> savedBy) {
        return new DecidingVersion(section, level, version, savedBy, savedAt);
    }

    public DecidingVersion withSavedAt(Optional<Instant> savedAt) {
        return new DecidingVersion(section, level, version, savedBy, savedAt);
    }
}
