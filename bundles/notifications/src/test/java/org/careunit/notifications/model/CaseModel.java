package org.careunit.notifications.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.time.SwedishTime;

/**
 * Says who must be told what of one case, and when: written from the specification, day by day, and knowing nothing of
 * the product but its contracts' records.
 */
public final class CaseModel {

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final int DAYS = 500;

    private final Rules rules;
    private final List<Event> events;
    private final List<Telling> tellings = new ArrayList<>();
    private int next;

    private int round = 1;
    private Optional<StaffId> handler = Optional.empty();
    private boolean received;
    private boolean handled;
    private boolean replied;
    private boolean resting;
    private boolean answered;
    private boolean residentDone;
    private int handling;
    private int waiting;
    private int unread;
    private boolean missed;
    private boolean resumedSince;
    private LocalDate resumedOn = LocalDate.MIN;
    private boolean overdueTold;
    private boolean firstReplyTold;
    private boolean unreadTold;

    /** Something that happened to the case. */
    public record Event(CaseChange change, Instant at) {}

    /** Who must be told, and when. */
    public record Telling(Topic topic, int round, Instant at, Who who) {}

    /** Whom the specification names. */
    public sealed interface Who {

        /** The unit's addresses. */
        record Addresses() implements Who {}

        /** A staff member. */
        record Staff(StaffId id) implements Who {}

        /** The first step with anybody who can be reached. */
        record Reminded(Optional<StaffId> handler) implements Who {}

        /** The handler, else the unit's addresses. */
        record HandlerOrAddresses(Optional<StaffId> handler) implements Who {}

        /** The resident. */
        record Resident() implements Who {}
    }

    /**
     * What the unit has decided.
     *
     * @param promise in working days; 0 for none
     */
    public record Rules(ClosedDays calendar, int staffDays, int promise, int residentDays) {}

    private CaseModel(Rules rules, List<Event> events) {
        this.rules = rules;
        this.events = events;
    }

    /** What must be told of a case to which this happened, in this order. */
    public static List<Telling> of(Rules rules, List<Event> events) {
        CaseModel model = new CaseModel(rules, events);
        LocalDate first = model.events.get(0).at().atZone(SwedishTime.ZONE).toLocalDate();
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            model.pass(day);
        }
        return model.tellings;
    }

    /** What was counted before a round began anew this morning counts for nothing, hence the second look. */
    private void pass(LocalDate day) {
        happenBefore(day.atStartOfDay(SwedishTime.ZONE).toInstant());
        boolean wasHandling = handling >= rules.staffDays();
        boolean wasWaiting = waiting >= rules.promise();
        boolean wasUnread = unread >= rules.residentDays();
        count(day);
        Instant opening = day.atTime(OPENING).atZone(SwedishTime.ZONE).toInstant();
        happenBefore(opening);
        boolean worksToday = rules.calendar().isWorkingDay(day) && received && !handled;
        if (worksToday && wasHandling && handling >= rules.staffDays() && !overdueTold) {
            overdue(day, opening);
        }
        if (worksToday && rules.promise() > 0 && wasWaiting && waiting >= rules.promise()) {
            firstReply(opening);
        }
        if (answered && !residentDone && !unreadTold && wasUnread && unread >= rules.residentDays()) {
            unreadTold = true;
            tell(Topic.UNREAD, opening, new Who.Resident());
        }
    }

    private void count(LocalDate day) {
        if (rules.calendar().isWorkingDay(day) && received && !handled) {
            handling += resting ? 0 : 1;
            waiting++;
        }
        unread += answered ? 1 : 0;
    }

    /** Resting when it is due puts it off to the first working day after the day of resuming, once. */
    private void overdue(LocalDate day, Instant opening) {
        boolean isDue = !missed || (resumedSince && day.isAfter(resumedOn));
        if (isDue && resting) {
            missed = true;
            resumedSince = false;
        } else if (isDue) {
            overdueTold = true;
            tell(Topic.OVERDUE, opening, new Who.Reminded(handler));
        }
    }

    private void firstReply(Instant opening) {
        if (!replied && !firstReplyTold) {
            firstReplyTold = true;
            tell(Topic.FIRST_REPLY, opening, new Who.Reminded(handler));
        }
    }

    private void tell(Topic topic, Instant at, Who who) {
        tellings.add(new Telling(topic, round, at, who));
    }

    private void happenBefore(Instant instant) {
        while (next < events.size() && events.get(next).at().isBefore(instant)) {
            Event event = events.get(next++);
            happens(event.change(), event.at());
        }
    }

    private void happens(CaseChange change, Instant at) {
        if (change instanceof CaseChange.Received) {
            received = true;
            tell(Topic.NEW_CASE, at, new Who.Addresses());
        } else if (change instanceof CaseChange.Given given) {
            given(given, at);
        } else if (change instanceof CaseChange.Reopened) {
            beginRound();
            tell(Topic.REPLY, at, new Who.HandlerOrAddresses(handler));
        } else if (change instanceof CaseChange.ResidentReplied) {
            resume(at);
            tell(Topic.REPLY, at, new Who.HandlerOrAddresses(handler));
        } else if (change instanceof CaseChange.CounterQuestionAsked && !handled) {
            resting = true;
            replied = true;
        } else if (change instanceof CaseChange.PartReplied && !handled) {
            replied = true;
        } else {
            end(change);
        }
    }

    private void given(CaseChange.Given given, Instant at) {
        handler = Optional.of(given.to());
        if (!handled && !given.to().equals(given.by())) {
            tell(Topic.GIVEN, at, new Who.Staff(given.to()));
        }
    }

    private void resume(Instant at) {
        if (resting) {
            resting = false;
            resumedOn = resumedSince ? resumedOn : at.atZone(SwedishTime.ZONE).toLocalDate();
            resumedSince = missed;
        }
    }

    private void end(CaseChange change) {
        if (change instanceof CaseChange.AnswerRead) {
            residentDone |= answered;
        } else if (change instanceof CaseChange.Answered) {
            handled = true;
            answered = true;
        } else if (change instanceof CaseChange.Withdrawn) {
            handled = true;
            residentDone = true;
        } else if (change instanceof CaseChange.Closed) {
            handled = true;
        }
    }

    private void beginRound() {
        round++;
        handled = false;
        replied = false;
        resting = false;
        answered = false;
        residentDone = false;
        handling = 0;
        waiting = 0;
        unread = 0;
        missed = false;
        resumedSince = false;
        resumedOn = LocalDate.MIN;
        overdueTold = false;
        firstReplyTold = false;
        unreadTold = false;
    }
}
