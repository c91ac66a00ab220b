package org.careunit.api.settings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;

/**
 * When residents may not send, for a while. A pause closes the offer only: cases that are open stay open, and their
 * clocks run on.
 *
 * @param pauses by their start, at most {@value #MOST}; they may overlap; never null
 */
public record Pauses(List<Pause> pauses) implements Section {

    public static final int MOST = 100;

    /** What holds until the unit decides: no pause. */
    public static final Pauses NONE = new Pauses(List.of());

    /** @throws RefusedException if there are too many */
    public Pauses {
        pauses = pauses == null ? List.of() : pauses;
        SectionRules.atMost("pauses", pauses, MOST);
        pauses = pauses.stream()
                .sorted(Comparator.comparing(Pause::from)
                        .thenComparing(pause -> pause.caseType().orElse("")))
                .distinct()
                .toList();
    }

    /**
     * What pauses a case type then, be it of the type or of the unit: the one that lasts longest; empty if nothing
     * does.
     */
    public Optional<Pause> of(String caseType, Instant instant) {
        Pause longest = null;
        for (Pause pause : pauses) {
            if (pause.holdsAt(instant) && pause.concerns(caseType) && (longest == null || longest.endsBefore(pause))) {
                longest = pause;
            }
        }
        return Optional.ofNullable(longest);
    }

    /**
     * One pause.
     *
     * @param caseType the key of the case type; empty for the whole unit; never null
     * @param text what residents read, plain text in Swedish of at most 500 characters; never blank
     * @param reason why, for staff and the history, one line of at most 200 characters; never blank
     * @param from when it starts; never null
     * @param until when it ends by itself, after its start; empty until somebody ends it; never null
     */
    public record Pause(Optional<String> caseType, String text, String reason, Instant from, Optional<Instant> until) {

        /** @throws RefusedException if a text or the start is missing, or the end is not after the start */
        public Pause {
            caseType = caseType == null ? Optional.empty() : caseType;
            caseType.ifPresent(key -> SectionRules.caseType("caseType", key));
            text = SectionRules.notBlank("text", SectionRules.text("text", text, 500));
            reason = SectionRules.notBlank("reason", SectionRules.line("reason", reason, 200));
            SectionRules.present("from", from, "write a time such as 2026-07-01T06:00:00Z");
            until = until == null ? Optional.empty() : until;
            if (until.isPresent() && !until.get().isAfter(from)) {
                throw SectionProblem.UNTIL.refusedAt("until", from, until.get());
            }
        }

        private boolean concerns(String type) {
            return caseType.isEmpty() || caseType.get().equals(type);
        }

        private boolean endsBefore(Pause other) {
            return until.isPresent() && (other.until.isEmpty() || until.get().isBefore(other.until.get()));
        }

        /** Whether it holds then. */
        public boolean holdsAt(Instant instant) {
            return !instant.isBefore(from) && (until.isEmpty() || instant.isBefore(until.get()));
        }
    }
}
