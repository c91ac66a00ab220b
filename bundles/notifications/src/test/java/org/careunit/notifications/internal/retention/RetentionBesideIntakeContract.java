package org.careunit.notifications.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.Intakes;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.storage.EventPosition;
import org.careunit.storage.Retention.Kind;
import org.careunit.storage.Retention.Run;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Old cases are removed while events come in, some of them about the very cases that are being removed: whatever was
 * accepted is there, with its case, and of the rest nothing is left. On every database.
 */
abstract class RetentionBesideIntakeContract {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Actor HOST = new Actor.Host("test");
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int OLD = 1_500;
    private static final int CALLERS = 4;

    private final Queue<CaseEvent> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private TestStore store;
    private Intake intake;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        intake = Intakes.of(store);
        addOldCases();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsAcceptedMeanwhileIsThereAndNothingElseIsLeft() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> bringing = IntStream.range(0, CALLERS)
                .<Future<?>>mapToObj(seed -> callers.submit(() -> bringUntilRemoved(new Random(seed))))
                .toList();
        await().atMost(PATIENCE)
                .until(() -> accepted.size() > CALLERS || bringing.stream().anyMatch(Future::isDone));
        store.handle(new RemoveOldRows(store.retention(), store.jobs(), store.clock()));
        for (Future<?> caller : bringing) {
            caller.get();
        }
        callers.shutdown();
        accepted.forEach(this::assertThere);
        Run run = store.retention().runs(1).get(0);
        List<CaseRef> touched =
                accepted.stream().map(CaseEvent::subject).distinct().toList();
        List<CaseRef> untouched = IntStream.range(0, OLD)
                .mapToObj(RetentionBesideIntakeContract::old)
                .filter(ref -> !touched.contains(ref))
                .toList();
        assertThat(run.removed().get(Kind.CASES)).isBetween((long) untouched.size(), (long) OLD);
        untouched.forEach(this::assertGone);
    }

    private void bringUntilRemoved(Random random) {
        while (store.retention().runs(1).isEmpty()) {
            int number = next.getAndIncrement();
            boolean isOld = random.nextInt(3) == 0;
            CaseRef subject = isOld ? old(random.nextInt(OLD)) : new CaseRef(UNIT, "new-" + number);
            CaseChange change =
                    isOld ? new CaseChange.Reopened() : new CaseChange.Received(new CaseTypeKey("contact-me"));
            CaseEvent event = new CaseEvent(
                    new EventId("new-" + number), store.clock().instant(), subject, OptionalLong.empty(), change);
            intake.accept(HOST, List.of(event));
            accepted.add(event);
        }
    }

    private void assertThere(CaseEvent event) {
        assertThat(store.events().find(event.id().value())).as(event.toString()).isPresent();
        assertThat(store.cases().find(event.subject()))
                .hasValueSatisfying(
                        found -> assertThat(found.phase()).as(event.toString()).isEqualTo(Phase.OPEN));
    }

    private void assertGone(CaseRef ref) {
        assertThat(store.cases().find(ref)).isEmpty();
        assertThat(store.events().ofCase(ref)).isEmpty();
        assertThat(store.messages().about(ref)).isEmpty();
    }

    private static CaseRef old(int number) {
        return new CaseRef(UNIT, "old-" + number);
    }

    private void addOldCases() {
        List<CaseRef> refs = IntStream.range(0, OLD)
                .mapToObj(RetentionBesideIntakeContract::old)
                .toList();
        List<StoredEvent> events = new ArrayList<>();
        refs.forEach(ref -> Map.of("case-received", ",\"caseType\":\"contact-me\"", "closed", "")
                .forEach((what, more) -> events.add(event(ref, what, more))));
        store.transactions().run(() -> {
            store.cases()
                    .add(refs.stream().map(RetentionBesideIntakeContract::ended).toList());
            store.events().add(events);
            store.messages()
                    .enter(refs.stream()
                            .map(RetentionBesideIntakeContract::sent)
                            .toList());
        });
        store.execute("UPDATE events SET taken_in_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'");
    }

    private static StoredEvent event(CaseRef ref, String what, String more) {
        String id = ref.id() + "-" + what;
        String json = "{\"case\":\"" + ref.id() + "\"" + more + ",\"id\":\"" + id + "\",\"occurredAt\":\"" + LONG_AGO
                + "\",\"type\":\"" + what + "\",\"unit\":\"" + UNIT.value() + "\"}";
        return new StoredEvent(id, what, Optional.of(ref), OptionalLong.empty(), LONG_AGO, json);
    }

    private static StoredCase ended(CaseRef ref) {
        return new StoredCase(
                ref,
                Phase.CLOSED,
                Optional.empty(),
                Optional.of(LONG_AGO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LONG_AGO),
                Optional.of(new EventPosition(OptionalLong.empty(), LONG_AGO, ref.id() + "-closed")));
    }

    private static LedgerRow sent(CaseRef ref) {
        UUID id = UUID.randomUUID();
        return new LedgerRow(
                id,
                Topic.NEW_CASE,
                ref.id() + "-received",
                ref,
                Channel.EMAIL,
                "unit:a@example.org",
                Optional.empty(),
                Optional.of(id),
                MessageState.DELIVERED,
                1,
                "",
                LONG_AGO);
    }
}
