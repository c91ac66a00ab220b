package org.careunit.notifications.internal.recipients;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.cases.DecidingVersion.Level;
import org.careunit.api.cases.MessageReason;

/**
 * A decision that is stored with a ledger row: its code, and the saved version of the settings that decided.
 *
 * @param reason never null
 * @param basis empty where nothing that somebody has saved decided; never null
 */
public record StoredDecision(MessageReason reason, Optional<Basis> basis) {

    /** The section of what a staff member chooses for themselves. */
    public static final String PERSONAL = "personal-settings";

    /**
     * A saved version.
     *
     * @param section its section's key; never null
     * @param level whose; never null
     * @param version 0 for a default
     */
    public record Basis(String section, Level level, long version) {
        public Basis {
            Objects.requireNonNull(section, "section");
            Objects.requireNonNull(level, "level");
        }
    }

    public StoredDecision {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(basis, "basis");
    }

    public static StoredDecision of(MessageReason reason) {
        return new StoredDecision(reason, Optional.empty());
    }

    /** By a version of what a staff member has chosen. */
    public static StoredDecision byPerson(MessageReason reason, long version) {
        Level level = version == 0 ? Level.DEFAULT : Level.PERSON;
        return new StoredDecision(reason, Optional.of(new Basis(PERSONAL, level, version)));
    }

    /** As {@link #written()} wrote it; empty if it was written by a later version of this. */
    @SuppressWarnings("UnusedException") // another's code, which is all there is to say
    public static Optional<StoredDecision> of(String written) {
        String[] parts = written.split(" ", -1);
        try {
            MessageReason reason = MessageReason.valueOf(parts[0]);
            Optional<Basis> basis = parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new Basis(parts[1], Level.valueOf(parts[2]), Long.parseLong(parts[3])));
            return Optional.of(new StoredDecision(reason, basis));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** In at most 200 characters. */
    public String written() {
        return reason
                + basis.map(by -> " " + by.section() + " " + by.level() + " " + by.version())
                        .orElse("");
    }
}
