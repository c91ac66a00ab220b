package org.careunit.notifications.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.notifications.model.CaseState.Rest;
import org.careunit.notifications.model.Decisions.Rules;

/** Calculates when the clocks of a case remind, day by day. */
final class Moments {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final CaseState state;
    private final Rules rules;

    Moments(CaseState state, Rules rules) {
        this.state = state;
        this.rules = rules;
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(LOCAL).toLocalDate();
    }

    /**
     * When a clock is due in the case's round; empty if it does not run, or fell due before it was switched on.
     *
     * @param since since when such reminders are switched on
     */
    Optional<Instant> due(Topic topic, Instant since) {
        Optional<Instant> due =
                switch (topic) {
                    case FIRST_REPLY -> runs() && rules.promise() > 0 && !state.replied
                            ? Optional.of(afterDays(rules.promise(), false))
                            : Optional.empty();
                    case OVERDUE -> runs() && !state.resting() ? Optional.of(overdue(since)) : Optional.empty();
                    case UNREAD -> state.answered.isPresent() && !state.residentDone
                            ? Optional.of(unread(state.answered.get()))
                            : Optional.empty();
                    default -> throw new IllegalArgumentException(topic.toString());
                };
        return due.filter(moment -> !moment.isBefore(since));
    }

    private boolean runs() {
        return state.received && state.begin.isPresent() && !state.handled;
    }

    /** What rests when it is due, or has it cancelled by a later rest, reminds after that rest. */
    private Instant overdue(Instant since) {
        Instant due = afterDays(rules.staff().workingDays(), true);
        for (Rest rest : state.rests) {
            boolean hasPassed = due.isBefore(since) && rest.from().isAfter(due);
            if (!hasPassed && rest.until().orElseThrow().isAfter(due)) {
                due = nextOpening(day(rest.until().get()), rules.closed());
            }
        }
        return due;
    }

    private Instant afterDays(int days, boolean rests) {
        LocalDate day = day(state.begin.orElseThrow());
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            boolean isCounted = Workdays.isWorking(day, rules.closed()) && !(rests && restsAtMidnight(day));
            left -= isCounted ? 1 : 0;
        }
        return nextOpening(day, rules.closed());
    }

    private boolean restsAtMidnight(LocalDate day) {
        Instant midnight = day.atStartOfDay(LOCAL).toInstant();
        return state.rests.stream()
                .anyMatch(rest -> rest.from().isBefore(midnight)
                        && !rest.until().filter(end -> end.isBefore(midnight)).isPresent());
    }

    private Instant unread(Instant answered) {
        LocalDate last = day(answered).plusDays(rules.resident().calendarDays());
        return afterQuiet(opening(last.plusDays(1)), rules.quiet());
    }

    /** From when a message about a topic may leave. */
    static Instant leaves(Topic topic, Instant from, Rules rules) {
        if (topic == Topic.UNREAD) {
            return afterQuiet(from, rules.quiet());
        }
        LocalTime time = from.atZone(LOCAL).toLocalTime();
        if (!Workdays.isWorking(day(from), rules.closed()) || !time.isBefore(CLOSES)) {
            return nextOpening(day(from), rules.closed());
        }
        return time.isBefore(OPENS) ? opening(day(from)) : from;
    }

    static boolean isQuiet(Instant instant, QuietHours quiet) {
        LocalTime time = instant.atZone(LOCAL).toLocalTime();
        boolean isLate = !time.isBefore(quiet.from());
        boolean isEarly = time.isBefore(quiet.to());
        return quiet.from().isAfter(quiet.to()) ? isLate || isEarly : isLate && isEarly;
    }

    static Instant afterQuiet(Instant instant, QuietHours quiet) {
        if (!isQuiet(instant, quiet)) {
            return instant;
        }
        ZonedDateTime local = instant.atZone(LOCAL);
        ZonedDateTime end = local.with(quiet.to());
        return (end.isAfter(local) ? end : local.plusDays(1).with(quiet.to())).toInstant();
    }

    /** Until when an SMS to a resident may arrive: the next quiet hours, an hour at least. */
    static Instant validUntil(Instant now, QuietHours quiet) {
        ZonedDateTime local = now.atZone(LOCAL);
        ZonedDateTime begin = local.with(quiet.from());
        Instant next = (begin.isAfter(local) ? begin : begin.plusDays(1)).toInstant();
        Instant least = now.plusSeconds(3_600);
        return next.isBefore(least) ? least : next;
    }

    static Instant midnightAfter(Instant now) {
        return day(now).plusDays(1).atStartOfDay(LOCAL).toInstant();
    }

    private static Instant opening(LocalDate day) {
        return day.atTime(OPENS).atZone(LOCAL).toInstant();
    }

    private static Instant nextOpening(LocalDate after, ClosedDays closed) {
        LocalDate day = after.plusDays(1);
        while (!Workdays.isWorking(day, closed)) {
            day = day.plusDays(1);
        }
        return opening(day);
    }
}
