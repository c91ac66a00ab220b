package org.careunit.api.settings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;

/**
 * When residents may not send, for a while. A pause closes the offer only: cases that are open stay open, and their
 * clocks run on.
 *
 * @param pauses by their start, at most {@value #MOST}; they may overlap; never null
 */
public record Pauses(List<Pause> pauses) implements Section {

    public static final int MOST = 100;

    /** The default: no pause. */
    public static final Pauses NONE = new Pauses(List.of());

    /** @throws RefusedException if there are too many */
    public Pauses {
        Problems problems = new Problems();
        pauses = SectionRules.atMost(problems, "pauses", pauses, MOST);
        problems.refuse();
        pauses = pauses.stream()
                .sorted(Comparator.comparing(Pause::from)
                        .thenComparing(pause ->
                                pause.caseType().map(CaseTypeKey::value).orElse("")))
                .distinct()
                .toList();
    }

    /**
     * The pause of a case type at an instant, of the type or of the unit: the one that lasts longest; empty if there is
     * none.
     */
    public Optional<Pause> of(CaseTypeKey caseType, Instant instant) {
        return longest(instant, pause -> pause.concerns(caseType));
    }

    /** What pauses the whole unit then: the one that lasts longest; empty if nothing does. */
    public Optional<Pause> ofUnit(Instant instant) {
        return longest(instant, pause -> pause.caseType().isEmpty());
    }

    private Optional<Pause> longest(Instant instant, Predicate<Pause> concerned) {
        Pause longest = null;
        for (Pause pause : pauses) {
            if (pause.holdsAt(instant) && concerned.test(pause) && (longest == null || longest.endsBefore(pause))) {
                longest = pause;
            }
        }
        return Optional.ofNullable(longest);
    }

    /**
     * One pause.
     *
     * @param caseType the case type; empty for the whole unit; never null
     * @param text what residents read, plain text in Swedish of at most 500 characters; never blank
     * @param reason why, for staff and the history, one line of at most 200 characters; never blank
     * @param from when it starts; never null
     * @param until when it ends by itself, after its start; empty until somebody ends it; never null
     */
    public record Pause(
            Optional<CaseTypeKey> caseType, String text, String reason, Instant from, Optional<Instant> until) {
        /** @throws RefusedException if a text or the start is missing, or the end is not after the start */
        public Pause {
            Problems problems = new Problems();
            caseType = caseType == null ? Optional.empty() : caseType;
            text = SectionRules.notBlank(problems, "text", SectionRules.text(problems, "text", text, 500));
            reason = SectionRules.notBlank(problems, "reason", SectionRules.line(problems, "reason", reason, 200));
            until = until == null ? Optional.empty() : until;
            if (SectionRules.isPresent(problems, "from", from, "write a time such as 2026-07-01T06:00:00Z")
                    && until.isPresent()
                    && !until.get().isAfter(from)) {
                problems.add(SectionProblem.UNTIL.at("until", from, until.get()));
            }
            problems.refuse();
        }

        private boolean concerns(CaseTypeKey type) {
            return caseType.isEmpty() || caseType.get().equals(type);
        }

        private boolean endsBefore(Pause other) {
            return until.isPresent() && (other.until.isEmpty() || until.get().isBefore(other.until.get()));
        }

        /** Whether it holds then. */
        public boolean holdsAt(Instant instant) {
            return !instant.isBefore(from) && (until.isEmpty() || instant.isBefore(until.get()));
        }

        /** What is paused when, without the texts, which may tell of somebody. */
        @Override
        public String toString() {
            return "Pause[" + caseType + ", " + from + ", " + until + "]";
        }

        public Pause withCaseType(Optional<CaseTypeKey> caseType) {
            return new Pause(caseType, text, reason, from, until);
        }

        public Pause withText(String text) {
            return new Pause(caseType, text, reason, from, until);
        }

        public Pause withReason(String reason) {
            return new Pause(caseType, text, reason, from, until);
        }

        public Pause withFrom(Instant from) {
            return new Pause(caseType, text, reason, from, until);
        }

        public Pause withUntil(Optional<Instant> until) {
            return new Pause(caseType, text, reason, from, until);
        }
    }
}
