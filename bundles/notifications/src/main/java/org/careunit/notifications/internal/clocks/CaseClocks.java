package org.careunit.notifications.internal.clocks;

import static org.careunit.notifications.internal.clocks.WorkingDayClock.day;
import static org.careunit.notifications.internal.clocks.WorkingDayClock.opening;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.notifications.internal.clocks.CaseProgress.Rest;
import org.careunit.notifications.internal.clocks.Forecast.Reason;
import org.careunit.notifications.internal.clocks.Forecast.Reminds;
import org.careunit.notifications.internal.clocks.Forecast.Silent;

/**
 * Calculates when the clocks of a case remind, and why one does not. Pure: the same case, settings and time give the
 * same answer, so whatever needs these moments asks here.
 *
 * <p>A moment is always calculated from the settings in force now, also where these have changed since the clock
 * started.
 */
public final class CaseClocks {

    private final CaseProgress progress;
    private final ClockSettings settings;
    private final Instant now;
    private final WorkingDayClock workingDays;

    private CaseClocks(CaseProgress progress, ClockSettings settings, Instant now) {
        this.progress = progress;
        this.settings = settings;
        this.now = now;
        workingDays = new WorkingDayClock(settings.calendar());
    }

    /** The forecasts of the clocks of a case. */
    public static Map<CaseClock, Forecast> forecast(CaseProgress progress, ClockSettings settings, Instant now) {
        CaseClocks clocks = new CaseClocks(progress, settings, now);
        Map<CaseClock, Forecast> all = new EnumMap<>(CaseClock.class);
        for (CaseClock clock : CaseClock.values()) {
            all.put(clock, clocks.forecast(clock));
        }
        return all;
    }

    private Forecast forecast(CaseClock clock) {
        if (progress.reminded().contains(clock)) {
            return new Silent(Reason.REMINDED);
        }
        Optional<Reason> stopped = clock == CaseClock.UNREAD ? residentStopped() : staffStopped(clock);
        if (stopped.isPresent()) {
            return new Silent(stopped.get());
        }
        if (settings.onSince(clock).isEmpty()) {
            return new Silent(Reason.SWITCHED_OFF);
        }
        return switch (clock) {
            case FIRST_REPLY -> firstReply();
            case OVERDUE -> overdue();
            case UNREAD -> unread();
        };
    }

    private Optional<Reason> staffStopped(CaseClock clock) {
        if (progress.handled()) {
            return Optional.of(Reason.HANDLED);
        }
        if (!progress.received() || progress.startedAt().isEmpty()) {
            return Optional.of(Reason.NOT_RECEIVED);
        }
        return clock == CaseClock.FIRST_REPLY ? firstReplyStopped() : restingNow();
    }

    private Optional<Reason> firstReplyStopped() {
        if (promise().isEmpty()) {
            return Optional.of(Reason.NO_PROMISE);
        }
        return progress.firstReplyAt().map(reply -> Reason.REPLIED);
    }

    private Optional<Reason> restingNow() {
        return progress.resting() ? Optional.of(Reason.RESTING) : Optional.empty();
    }

    private Optional<Reason> residentStopped() {
        if (progress.residentDone()) {
            return Optional.of(Reason.RESIDENT_DONE);
        }
        return progress.answeredAt().isEmpty() ? Optional.of(Reason.NOT_ANSWERED) : Optional.empty();
    }

    /** A promise of 0 days is none. */
    private OptionalInt promise() {
        return settings.firstReplyDays().orElse(0) == 0 ? OptionalInt.empty() : settings.firstReplyDays();
    }

    private Forecast firstReply() {
        return workingDays
                .momentAfter(promise().orElseThrow(), start(), List.of())
                .map(due -> staffReminder(CaseClock.FIRST_REPLY, due))
                .orElse(new Silent(Reason.NO_WORKING_DAY));
    }

    private Forecast overdue() {
        Optional<Instant> due = workingDays.momentAfter(settings.staffDays(), start(), progress.rests());
        for (Rest rest : progress.rests()) {
            if (due.isPresent() && rest.endsAfter(due.get())) {
                if (rest.from().isAfter(due.get()) && isPassed(CaseClock.OVERDUE, due.get())) {
                    return new Silent(Reason.PASSED);
                }
                // it rested then, or was cancelled by resting before the message left
                due = workingDays.opensAfterDayOf(rest.until().orElseThrow());
            }
        }
        return due.map(moment -> staffReminder(CaseClock.OVERDUE, moment)).orElse(new Silent(Reason.NO_WORKING_DAY));
    }

    private Forecast staffReminder(CaseClock clock, Instant due) {
        if (isPassed(clock, due)) {
            return new Silent(Reason.PASSED);
        }
        return workingDays
                .leavesFrom(later(due, now))
                .<Forecast>map(leaves -> new Reminds(due, leaves))
                .orElse(new Silent(Reason.NO_WORKING_DAY));
    }

    /** Every calendar day counts; the day of the answer does not. */
    private Forecast unread() {
        Instant morning = opening(day(progress.answeredAt().orElseThrow()).plusDays(settings.residentDays() + 1L));
        Instant due = settings.quietHours().sendableFrom(morning);
        return isPassed(CaseClock.UNREAD, due)
                ? new Silent(Reason.PASSED)
                : new Reminds(due, settings.quietHours().sendableFrom(later(due, now)));
    }

    private boolean isPassed(CaseClock clock, Instant due) {
        return due.isBefore(settings.onSince(clock).orElseThrow());
    }

    private Instant start() {
        return progress.startedAt().orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
