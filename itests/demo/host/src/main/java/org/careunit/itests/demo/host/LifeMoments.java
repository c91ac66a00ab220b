package org.careunit.itests.demo.host;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.StaffId;
import org.careunit.itests.demo.host.CaseLife.Moment;
import org.careunit.itests.demo.host.clock.HolidayWeek;

/** What happens to the case of {@link CaseLife}, when, and which messages are to leave then. */
final class LifeMoments {

    private final HolidayWeek week;
    private final LocalDate nextMonday;

    private LifeMoments(HolidayWeek week) {
        this.week = week;
        this.nextMonday = week.monday().plusWeeks(1);
    }

    /** All of it, by time. */
    static List<Moment> of(HolidayWeek week) {
        LifeMoments moments = new LifeMoments(week);
        return Stream.of(moments.arrival(), moments.reminders(), moments.answer())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private List<Moment> arrival() {
        StaffId receiver = Registration.id(CaseLife.UNIT.staff().get(2));
        StaffId handler = Registration.id(CaseLife.UNIT.staff().get(3));
        return List.of(
                happens(
                        week.monday().atTime(13, 0),
                        "a resident sends \"Förnya recept\"",
                        new CaseChange.Received(LifeSettings.TYPE),
                        "new case by email"),
                happens(
                        week.monday().atTime(13, 5),
                        "a case receiver gives it to a handler",
                        new CaseChange.Given(handler, receiver),
                        "given by email",
                        "given by sms"));
    }

    private List<Moment> reminders() {
        return List.of(
                passes(
                        week.afterTuesday().atTime(8, 0),
                        "a working day has passed without a first reply",
                        "first reply by email",
                        "first reply by sms"),
                passes(week.holiday().atTime(10, 0), "a public holiday, which is no working day"),
                passes(
                        nextMonday.atTime(8, 0),
                        "three working days have passed, for a holiday took one",
                        "overdue by email",
                        "overdue by sms"));
    }

    private List<Moment> answer() {
        LocalDate unread = nextMonday.plusDays(5);
        return List.of(
                happens(
                        nextMonday.atTime(10, 0),
                        "the handler asks a counter-question: the clock rests",
                        new CaseChange.CounterQuestionAsked()),
                happens(
                        nextMonday.plusDays(1).atTime(9, 0),
                        "the resident replies",
                        new CaseChange.ResidentReplied(),
                        "reply by email",
                        "reply by sms"),
                happens(nextMonday.plusDays(1).atTime(11, 0), "the handler answers", new CaseChange.Answered()),
                passes(unread.atTime(8, 30), "three days unread, but quiet hours last until 09:00"),
                passes(
                        unread.atTime(LifeSettings.QUIET_UNTIL),
                        "quiet hours have ended",
                        "unread by email",
                        "unread by sms"));
    }

    private static Moment happens(LocalDateTime at, String what, CaseChange change, String... messages) {
        return new Moment(at, what, List.of(change), List.of(messages));
    }

    private static Moment passes(LocalDateTime at, String what, String... messages) {
        return new Moment(at, what, List.of(), List.of(messages));
    }
}
