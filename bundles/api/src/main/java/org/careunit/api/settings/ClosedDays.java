package org.careunit.api.settings;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.time.SwedishCalendar;

/**
 * Days on which the unit is closed beside the public holidays. They are no working days: clocks and reminders step over
 * them.
 *
 * @param days each once, by date, at most {@value #MOST}; they may overlap; never null
 */
public record ClosedDays(List<Closed> days) implements Section {

    public static final int MOST = 200;

    /** The default: none beside the public holidays. */
    public static final ClosedDays NONE = new ClosedDays(List.of());

    /** @throws RefusedException if there are too many */
    public ClosedDays {
        Problems problems = new Problems();
        days = SectionRules.atMost(problems, "days", days, MOST);
        problems.refuse();
        days = days.stream()
                .sorted(Comparator.comparing(Closed::first).thenComparing(Closed::last))
                .distinct()
                .toList();
    }

    /** Whether the unit is closed on a day, by these alone. */
    public boolean contains(LocalDate day) {
        return days.stream().anyMatch(closed -> !day.isBefore(closed.first()) && !day.isAfter(closed.last()));
    }

    /** Whether a day is a working day of the unit: one of Sweden's, on which the unit is not closed. */
    public boolean isWorkingDay(LocalDate day) {
        return SwedishCalendar.isWorkingDay(day) && !contains(day);
    }

    /**
     * One day, or several in a row.
     *
     * @param first never null
     * @param last the last day, itself included, at most {@value #LONGEST} days in all; {@code first} if null
     * @param reason why, one line of at most 200 characters; never blank
     */
    public record Closed(LocalDate first, LocalDate last, String reason) {

        public static final int LONGEST = 366;

        /** @throws RefusedException if the first day or the reason is missing, or the days are no range */
        public Closed {
            Problems problems = new Problems();
            last = last == null ? first : last;
            if (SectionRules.isPresent(problems, "first", first, "write a date such as 2026-12-23")
                    && (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST - 1)))) {
                problems.add(SectionProblem.LAST_DAY.at("last", first, LONGEST - 1, last));
            }
            reason = SectionRules.notBlank(problems, "reason", SectionRules.line(problems, "reason", reason, 200));
            problems.refuse();
        }

        /** The days, without the reason, which may tell of somebody. */
        @Override
        public String toString() {
            return "Closed[" + first + ", " + last + "]";
        }
    }
}
