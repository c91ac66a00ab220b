package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.Units;
import org.careunit.testkit.UnitUnderTest;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

/** Many events at once, and many callers at once. */
abstract class StormChecks extends HostChecks {

    private static final int CALLERS = 8;

    private static <T> List<T> atOnce(Callable<T> call) throws InterruptedException, ExecutionException {
        return atOnce(Collections.nCopies(CALLERS, call));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    private List<CaseEvent> cases(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> event(unit.caseOf(prefix + number), received()))
                .toList();
    }

    private List<LedgerEntry> about(CaseRef ref) {
        return service(Messages.class).about(OPERATOR, ref);
    }

    @Test
    void oneEventFromManyCallersIsTakenInOnce() throws Exception {
        CaseEvent event = event(unit.caseOf("same"), received());
        List<Acceptance> answers = atOnce(() -> service(PlatformEvents.class).accept(HOST, List.of(event)));
        careunit.awaitIdle();
        assertThat(answers.stream().mapToInt(Acceptance::accepted).sum()).isEqualTo(1);
        assertThat(answers.stream().mapToInt(Acceptance::known).sum()).isEqualTo(CALLERS - 1);
        assertThat(about(unit.caseOf("same"))).hasSize(1);
    }

    @Test
    void batchesThatShareCasesInAnotherOrderDoNotStopEachOther() throws Exception {
        List<Callable<Acceptance>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            List<CaseEvent> batch = new ArrayList<>(cases("shared", 40));
            Collections.shuffle(batch, new Random(caller));
            calls.add(() -> service(PlatformEvents.class).accept(HOST, batch));
        }
        assertThat(atOnce(calls).stream().mapToInt(Acceptance::accepted).sum()).isEqualTo(CALLERS * 40);
        careunit.awaitIdle();
    }

    @Test
    void aThousandEventsOfOneCaseAreFoldedIntoIt() {
        CaseRef ref = unit.caseOf("long");
        List<CaseEvent> batch = new ArrayList<>(List.of(event(ref, received())));
        for (int number = 0; number < 999; number++) {
            batch.add(event(
                    ref, number % 2 == 0 ? new CaseChange.CounterQuestionAsked() : new CaseChange.ResidentReplied()));
        }
        assertThat(service(PlatformEvents.class).accept(HOST, batch)).isEqualTo(new Acceptance(1000, 0, 0));
        careunit.awaitIdle();
    }

    @Test
    void manyNewCasesBecomeFewMails() {
        careunit.mail().clear();
        service(PlatformEvents.class).accept(HOST, cases("many", 300));
        careunit.awaitIdle();
        careunit.advance(Duration.ofMinutes(11));
        assertThat(careunit.mail().sent()).hasSizeBetween(1, 3);
        assertThat(about(unit.caseOf("many299"))).extracting(LedgerEntry::topic).containsExactly(Topic.NEW_CASE);
    }

    @Test
    void aStormOfPostedEventsLosesNone() {
        for (int number = 0; number < 200; number++) {
            careunit.post(new Event(
                    PlatformEvents.TOPIC,
                    Map.of(
                            PlatformEvents.JSON,
                            "{\"id\": \"storm-" + number + "\", \"type\": \"case-received\", \"occurredAt\":"
                                    + " \"2026-03-02T09:00:00+01:00\", \"unit\": \"" + unit.id() + "\", \"case\":"
                                    + " \"storm" + number + "\", \"caseType\": \"" + unit.type() + "\"}")));
        }
        careunit.awaitIdle();
        assertThat(IntStream.range(0, 200)
                        .filter(number -> about(unit.caseOf("storm" + number)).size() == 1))
                .hasSize(200);
    }

    @Test
    void changesByManyAtOnceAreAllMade() throws Exception {
        UnitUnderTest other = careunit.units().unit(id("MANY").value()).open();
        Actor actor = other.asAdministrator();
        UnitSettings settings = service(UnitSettings.class);
        settings.update(actor, other.id(), StaffReminder.class, now -> new StaffReminder(true, 1));
        atOnce(() -> settings.update(
                actor, other.id(), StaffReminder.class, now -> new StaffReminder(true, now.workingDays() + 1)));
        assertThat(settings.read(actor, other.id(), StaffReminder.class)
                        .content()
                        .workingDays())
                .isEqualTo(1 + CALLERS);
    }

    @Test
    void oneUnitIsRegisteredOnceByMany() throws Exception {
        Units units = service(Units.class);
        assertThat(atOnce(() -> units.register(HOST, id("ONCE"), STOCKHOLM, "En mottagning")))
                .allMatch(registered -> registered.name().equals("En mottagning"));
        assertThat(units.history(OPERATOR, id("ONCE"))).hasSize(1);
    }
}
