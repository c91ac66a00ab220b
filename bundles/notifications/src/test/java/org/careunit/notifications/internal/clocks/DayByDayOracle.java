package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.careunit.api.events.CaseChange;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.clocks.ClockPropertyTest.Event;
import org.careunit.notifications.internal.clocks.ClockPropertyTest.Life;
import org.careunit.notifications.internal.clocks.ClockPropertyTest.Reminder;

/**
 * Oracle of a case's reminders: walks through the days one by one, counts at each midnight what runs then, and looks at
 * 08:00 whether enough has been counted. Knows nothing of moments that lie ahead.
 */
final class DayByDayOracle {

    private final Life life;
    private final List<Reminder> reminders = new ArrayList<>();
    private int next;

    private int round = 1;
    private boolean handled;
    private boolean replied;
    private boolean resting;
    private boolean isAnswered;
    private boolean isWithdrawnOrRead;
    private int handling;
    private int firstReply;
    private int unread;
    private LocalDate resumedOn = LocalDate.MIN;
    private boolean isMissed;

    /** From the rest in which the reminder was missed last. Until the day after, no rest puts it off again. */
    private boolean isResumedSince;

    private boolean isReminded;
    private boolean isFirstReplyReminded;
    private boolean isUnreadReminded;

    DayByDayOracle(Life life) {
        this.life = life;
    }

    List<Reminder> reminders() {
        LocalDate first = life.events().get(0).at().atZone(SwedishTime.ZONE).toLocalDate();
        for (LocalDate day = first; day.isBefore(first.plusDays(400)); day = day.plusDays(1)) {
            happensBefore(day.atStartOfDay(SwedishTime.ZONE).toInstant());
            boolean countedBefore = handling >= life.settings().staffDays();
            boolean promisedBefore = firstReply >= promise();
            boolean unreadBefore = unread >= life.settings().residentDays();
            count(day);
            Instant opening = day.atTime(8, 0).atZone(SwedishTime.ZONE).toInstant();
            happensBefore(opening);
            remind(day, opening, countedBefore, promisedBefore, unreadBefore);
        }
        return sorted(reminders);
    }

    static List<Reminder> sorted(List<Reminder> unsorted) {
        return unsorted.stream()
                .sorted(Comparator.comparing(Reminder::at).thenComparing(Reminder::clock))
                .toList();
    }

    private int promise() {
        return life.settings().firstReplyDays().orElseThrow();
    }

    private void count(LocalDate day) {
        boolean isWorkingDay = life.settings().calendar().isWorkingDay(day);
        boolean isRunning = next > 0 && !handled;
        if (isWorkingDay && isRunning) {
            handling += resting ? 0 : 1;
            firstReply++;
        }
        unread += isAnswered ? 1 : 0;
    }

    /**
     * What was counted before a round began anew this morning counts for nothing, hence the second look at each count.
     */
    private void remind(LocalDate day, Instant at, boolean counted, boolean promised, boolean waited) {
        boolean isWorkingDay = life.settings().calendar().isWorkingDay(day);
        if (isWorkingDay && !handled && counted && handling >= life.settings().staffDays() && !isReminded) {
            boolean isDue = !isMissed || (isResumedSince && day.isAfter(resumedOn));
            if (isDue && resting) {
                isMissed = true;
                isResumedSince = false;
            } else if (isDue) {
                add(CaseClock.OVERDUE, at);
                isReminded = true;
            }
        }
        if (isWorkingDay && !handled && promise() > 0 && promised && firstReply >= promise() && !replied) {
            if (!isFirstReplyReminded) {
                add(CaseClock.FIRST_REPLY, at);
                isFirstReplyReminded = true;
            }
        }
        boolean isUnread = isAnswered && !isWithdrawnOrRead && !isUnreadReminded;
        if (isUnread && waited && unread >= life.settings().residentDays()) {
            add(CaseClock.UNREAD, at);
            isUnreadReminded = true;
        }
    }

    private void add(CaseClock clock, Instant at) {
        reminders.add(new Reminder(clock, round, at));
    }

    private void happensBefore(Instant instant) {
        while (next < life.events().size() && life.events().get(next).at().isBefore(instant)) {
            Event event = life.events().get(next++);
            happens(event.change(), event.at());
        }
    }

    private void happens(CaseChange change, Instant at) {
        if (change instanceof CaseChange.Reopened) {
            beginRound();
        } else if (change instanceof CaseChange.CounterQuestionAsked && !handled) {
            resting = true;
            replied = true;
        } else if (change instanceof CaseChange.PartReplied && !handled) {
            replied = true;
        } else if (change instanceof CaseChange.ResidentReplied && resting) {
            resting = false;
            resumedOn = isResumedSince ? resumedOn : at.atZone(SwedishTime.ZONE).toLocalDate();
            isResumedSince = isMissed;
        } else if (change instanceof CaseChange.AnswerRead) {
            isWithdrawnOrRead |= isAnswered;
        } else if (change instanceof CaseChange.Answered) {
            handled = true;
            isAnswered = true;
        } else if (change instanceof CaseChange.Withdrawn) {
            handled = true;
            isWithdrawnOrRead = true;
        } else if (change instanceof CaseChange.Closed) {
            handled = true;
        }
    }

    private void beginRound() {
        round++;
        handled = false;
        replied = false;
        resting = false;
        isAnswered = false;
        isWithdrawnOrRead = false;
        handling = 0;
        firstReply = 0;
        unread = 0;
        resumedOn = LocalDate.MIN;
        isMissed = false;
        isResumedSince = false;
        isReminded = false;
        isFirstReplyReminded = false;
        isUnreadReminded = false;
    }
}
