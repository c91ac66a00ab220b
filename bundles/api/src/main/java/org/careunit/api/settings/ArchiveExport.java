package org.careunit.api.settings;

import java.time.LocalDate;
import java.time.Period;
import org.careunit.api.failure.RefusedException;

/**
 * Section: how often the unit's closed cases are archived ("arkivexport").
 *
 * @param interval between two exports: one to three whole months, or 1 to {@value #MOST_DAYS} days; never null
 */
public record ArchiveExport(Period interval) implements Section {

    public static final int MOST_MONTHS = 3;

    /** Never longer than three months: the shortest three have 89 days. */
    public static final int MOST_DAYS = 89;

    /** The default: every three months. */
    public static final ArchiveExport DEFAULT = new ArchiveExport(Period.ofMonths(MOST_MONTHS));

    /** @throws RefusedException if the interval is longer than three months, mixed, or none */
    public ArchiveExport {
        interval = interval == null ? Period.ofMonths(MOST_MONTHS) : interval;
        boolean months =
                interval.getYears() == 0 && interval.getDays() == 0 && isUpTo(MOST_MONTHS, interval.getMonths());
        boolean days =
                interval.toTotalMonths() == 0 && interval.getYears() == 0 && isUpTo(MOST_DAYS, interval.getDays());
        if (!months && !days) {
            throw SectionProblem.INTERVAL.refusedAt("interval", MOST_DAYS, interval);
        }
    }

    /** The day of the next export, if the last was on that day; of a shorter month, the last day. */
    public LocalDate nextAfter(LocalDate last) {
        return last.plus(interval);
    }

    private static boolean isUpTo(int most, int value) {
        return value >= 1 && value <= most;
    }
}
