package org.careunit.itests.demo.host;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.SUPPRESSED;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.messages.MessageState;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.careunit.itests.example.Step;
import org.careunit.itests.example.UnitJoin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens on the platform during the demo, and what is to come of it. */
@Component(service = Story.class)
public final class Story {

    private static final Acceptance KNOWN = new Acceptance(0, 1, 0);

    private final Clock clock;
    private final Registration registration;
    private final Colleagues colleagues;
    private final EventDelivery doors;
    private final Outcome outcome;
    private final Refusals refusals;
    private final UnitJoin joining;
    private final Preparation preparation;

    @Activate
    public Story(
            @Reference Registration registration,
            @Reference Colleagues colleagues,
            @Reference EventDelivery doors,
            @Reference Outcome outcome,
            @Reference Refusals refusals,
            @Reference UnitJoin joining,
            @Reference Preparation preparation,
            @Reference MovableClock clock) {
        this.registration = registration;
        this.colleagues = colleagues;
        this.doors = doors;
        this.outcome = outcome;
        this.refusals = refusals;
        this.joining = joining;
        this.preparation = preparation;
        this.clock = clock;
    }

    /** Tells all of it; returns when nothing moves any more but what waits to be gathered. */
    void tell(Report report, Polling patience) throws InterruptedException {
        patience.until(
                "the directory answers", () -> colleagues.knows(Town.staff().get(0)));
        registration.bringAll(patience);
        report.check(
                registration.units() + " units and " + registration.staff() + " staff have joined",
                registration.units() == Town.units().size()
                        && registration.staff() == Town.staff().size());
        patience.untilDone("the directory says who the staff are", () -> colleagues.report(report));
        Table cameIn = report.add(EventDelivery.cameIn());
        try {
            events(report, cameIn, patience);
        } finally {
            outcome.report(report);
        }
        refusals.attempt(report);
        join(report);
        preparation.report(report);
        report.check(
                "each event led to what it should"
                        + outcome.disagreement()
                                .map(what -> ", but not " + what)
                                .orElse(""),
                outcome.isReached());
    }

    private void join(Report report) {
        Table told = report.add(new Table(Report.JOINING, "Step", "Answer"));
        List<Step> steps = joining.tell();
        steps.forEach(step -> told.add(step.what(), step.answer()));
        report.check(
                "a unit joins, is found and not found, and is refused what it may not do",
                steps.stream().allMatch(Step::expected));
    }

    private void events(Report report, Table cameIn, Polling patience) throws InterruptedException {
        List<CaseEvent> first = first();
        doors.call(cameIn, first);
        settle("the first mails have left", patience);
        List<Acceptance> again = doors.call(cameIn, first);
        doors.post(cameIn, first);
        doors.post(cameIn, second());
        settle("what came by EventAdmin has left", patience);
        report.check("the same events again change nothing", again.stream().allMatch(KNOWN::equals));
        doors.call(cameIn, nobody());
        doors.call(cameIn, List.of(received(8, 4, PERMANENT_FAILURE), received(9, 5, SENT)));
        settle("a recipient is refused, and another is tried again", patience);
        doors.call(cameIn, List.of(received(10, 4, SUPPRESSED)));
        settle("the refused recipient is held back", patience);
        gathered(cameIn, patience);
    }

    private void settle(String what, Polling patience) throws InterruptedException {
        patience.until(what, outcome::isReached);
    }

    /** A case comes in, and a receiver gives it to a handler. */
    private List<CaseEvent> first() {
        return List.of(received(1, 1, SENT, SENT), given(2, 1, 1, 2, 3, SENT));
    }

    private List<CaseEvent> second() {
        return List.of(received(3, 2, SENT), given(4, 2, 3, 2, 4, SENT));
    }

    /** The unit wants nobody told; whoever has the case took it; whoever got it has a protected identity. */
    private List<CaseEvent> nobody() {
        return List.of(
                received(5, 6, NO_RECIPIENT), given(6, 6, 5, 3, 3, NO_RECIPIENT), given(7, 6, 5, 3, 9, NO_RECIPIENT));
    }

    /** Many cases in a row: the first is told of at once, the others together; one is withdrawn before. */
    private void gathered(Table cameIn, Polling patience) throws InterruptedException {
        doors.call(cameIn, List.of(received(11, 3, SENT)));
        settle("the first of many has left", patience);
        doors.call(
                cameIn,
                List.of(
                        received(12, 3, QUEUED),
                        received(13, 3, QUEUED),
                        received(14, 3, QUEUED),
                        received(15, 3, QUEUED)));
        settle("the others wait", patience);
        outcome.expect(eventId(15), CANCELLED);
        doors.call(cameIn, List.of(event(16, 3, 15, new CaseChange.Withdrawn())));
        settle("what is not wanted any more is cancelled", patience);
    }

    private CaseEvent received(int number, int unit, MessageState... expected) {
        outcome.expect(eventId(number), expected);
        return event(number, unit, number, new CaseChange.Received(new CaseTypeKey("fornya-recept")));
    }

    private CaseEvent given(int number, int unit, int caseNumber, int by, int to, MessageState... expected) {
        outcome.expect(eventId(number), expected);
        List<Town.Person> staff = unit(unit).staff();
        return event(
                number,
                unit,
                caseNumber,
                new CaseChange.Given(Registration.id(staff.get(to)), Registration.id(staff.get(by))));
    }

    private CaseEvent event(int number, int unit, int caseNumber, CaseChange change) {
        return new CaseEvent(
                new EventId(eventId(number)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new CaseRef(Registration.id(unit(unit)), "DEMO-%04d".formatted(caseNumber)),
                OptionalLong.empty(),
                change);
    }

    private static Town.Unit unit(int number) {
        return Town.units().get(number - 1);
    }

    private static String eventId(int number) {
        return "demo-%02d".formatted(number);
    }
}
