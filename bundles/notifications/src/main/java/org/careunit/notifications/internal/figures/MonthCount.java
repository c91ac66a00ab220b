package org.careunit.notifications.internal.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.MonthFigures.Spread;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.settings.ClosedDays;
import org.careunit.notifications.internal.clocks.CaseProgress;
import org.careunit.notifications.internal.clocks.HandledDays;

/** Counts the cases of one type and month, one after the other. Not for use by several threads. */
final class MonthCount {

    private final ClosedDays calendar;
    private final Instant now;
    private final List<Integer> firstReplies = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private long received;
    private long withdrawn;
    private long open;
    private long overdue;
    private long promised;
    private long inTime;

    MonthCount(ClosedDays calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    /** One that the resident took back. */
    void addWithdrawn() {
        received++;
        withdrawn++;
    }

    /**
     * Any other.
     *
     * @param firstRound how far it came in its first round
     * @param isHandled whether staff have nothing to do about it now
     * @param handlingDays what its type promised when it came in; empty for nothing
     */
    void add(CaseProgress firstRound, boolean isHandled, OptionalInt handlingDays) {
        received++;
        Optional<Instant> answered = firstRound.answeredAt();
        earlier(firstRound.firstReplyAt(), answered).ifPresent(at -> firstReplies.add(days(firstRound, at)));
        if (answered.isPresent()) {
            addAnswered(days(firstRound, answered.get()), handlingDays);
        } else if (!isHandled) {
            open++;
            boolean isPast = handlingDays.isPresent() && days(firstRound, now) > handlingDays.getAsInt();
            overdue += isPast ? 1 : 0;
        }
    }

    private void addAnswered(int days, OptionalInt handlingDays) {
        answers.add(days);
        if (handlingDays.isPresent()) {
            promised++;
            inTime += days <= handlingDays.getAsInt() ? 1 : 0;
        }
    }

    private int days(CaseProgress progress, Instant until) {
        return HandledDays.until(progress, calendar, until);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && other.get().isBefore(one.get()) ? other : one.or(() -> other);
    }

    MonthFigures figures(YearMonth month, CaseTypeKey type, long reminders) {
        return new MonthFigures(
                month,
                type,
                received,
                withdrawn,
                open,
                overdue,
                answers.size(),
                promised,
                inTime,
                spread(firstReplies),
                spread(answers),
                reminders);
    }

    static Spread spread(List<Integer> days) {
        if (days.isEmpty()) {
            return new Spread(OptionalDouble.empty(), OptionalDouble.empty());
        }
        List<Integer> sorted = days.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
        int rank = (int) Math.ceil(size * 9 / 10.0);
        return new Spread(OptionalDouble.of(median), OptionalDouble.of(sorted.get(rank - 1)));
    }
}
