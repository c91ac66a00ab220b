package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.time.LocalDate;
import org.careunit.api.settings.ClosedDays;
import org.careunit.notifications.internal.clocks.CaseProgress.Rest;

/** Counts the working days that staff have had a case, in the same way as the handling clock. Pure. */
public final class HandledDays {

    private HandledDays() {}

    /**
     * The days that began after the round did, up to an instant, and on which the case did not rest when they began.
     */
    public static int until(CaseProgress progress, ClosedDays calendar, Instant until) {
        LocalDate first =
                WorkingDayClock.day(progress.startedAt().orElseThrow()).plusDays(1);
        LocalDate last = WorkingDayClock.day(until);
        return last.isBefore(first)
                ? 0
                : (int) first.datesUntil(last.plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .filter(day -> progress.rests().stream().noneMatch(rest -> rests(rest, day)))
                        .count();
    }

    private static boolean rests(Rest rest, LocalDate day) {
        return WorkingDayClock.day(rest.from()).isBefore(day)
                && rest.until()
                        .map(end -> !WorkingDayClock.day(end).isBefore(day))
                        .orElse(true);
    }
}
