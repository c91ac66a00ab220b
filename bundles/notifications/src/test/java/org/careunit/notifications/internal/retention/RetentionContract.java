package org.careunit.notifications.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.EventPosition;
import org.careunit.storage.Retention.Kind;
import org.careunit.storage.Retention.Run;
import org.careunit.storage.RetentionHold;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run of retention from its first slice to its report, on every database. */
abstract class RetentionContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private TestStore store;
    private Clock muchLater;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        muchLater = Clock.offset(store.clock(), RetentionTimes.SILENT.plusDays(1));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aNightlyRunComesByItselfAndReportsWhatItDid() {
        store.cases().add(cases(Phase.CLOSED, 0, 5));
        store.cases().add(cases(Phase.OPEN, 5, 7));
        store.handle(handler(muchLater));
        await().atMost(PATIENCE).until(() -> store.retention().runs(10).size() == 1);
        Run run = store.retention().runs(1).get(0);
        assertThat(run.removed()).isEqualTo(Map.of(Kind.CASES, 5L));
        assertThat(run.silentCases()).isEqualTo(2);
        assertThat(store.jobs().waiting(10)).singleElement().satisfies(next -> {
            assertThat(next.job().id()).isEqualTo(RemoveOldRows.NIGHTLY);
            assertThat(next.due()).isEqualTo(RetentionTimes.nextNight(muchLater.instant()));
        });
    }

    @Test
    void aRunOfAnOperatorEnds() {
        store.handle(handler(store.clock()));
        await().atMost(PATIENCE).until(() -> store.retention().runs(10).size() == 1);
        store.jobs().add(List.of(NewJob.now(RemoveOldRows.NOW, "")));
        await().atMost(PATIENCE).until(() -> store.retention().runs(10).size() == 2);
        await().atMost(PATIENCE).until(() -> store.jobs().waiting(10).size() == 1);
    }

    @Test
    void aRunThatWasCutOffGoesOnWhereItWas() {
        store.cases().add(cases(Phase.CLOSED, 0, 450));
        Ticking ticking = new Ticking(muchLater);
        RemoveOldRows first = handler(ticking);
        List<String> progress = new ArrayList<>();
        JobOutcome outcome = first.run(job(""));
        while (outcome instanceof JobOutcome.Continue slice) {
            progress.add(slice.progress());
            outcome = handler(ticking).run(job(slice.payload())); // as another node would that takes it over
        }
        outcome.alongside().run();
        assertThat(progress).hasSizeGreaterThan(2).startsWith("removed CASES=200", "removed CASES=400");
        assertThat(store.retention().runs(1).get(0).removed()).isEqualTo(Map.of(Kind.CASES, 450L));
    }

    @Test
    void whatSomebodyNeedsStaysAndSoDoesAllWhileOneCannotBeAsked() {
        List<StoredCase> ended = cases(Phase.CLOSED, 0, 3);
        store.cases().add(ended);
        RemoveOldRows handler = handler(muchLater);
        RetentionHold cannotSay = new CannotSay();
        handler.addHold(cases -> Set.of(ended.get(1).ref()));
        handler.addHold(cannotSay);
        handler.run(job("")).alongside().run();
        assertThat(locked(ended)).hasSize(3);
        handler.removeHold(cannotSay);
        handler.run(job("")).alongside().run();
        assertThat(locked(ended)).containsExactly(ended.get(1).ref());
    }

    @Test
    void healthSaysWhenNoRunHasEndedForDays() {
        RetentionHealth health = new RetentionHealth(store.retention(), muchLater);
        assertThat(health.execute().isOk()).isTrue();
        assertThat(health.read()).extracting(figure -> figure.value()).containsOnly(-1.0);
        store.retention().ended(new Run(LONG_AGO, LONG_AGO.plusSeconds(2), Map.of(Kind.CASES, 3L, Kind.JOBS, 4L), 5));
        assertThat(health.execute().isOk()).isFalse();
        assertThat(health.read()).extracting(figure -> figure.value()).containsExactly(7.0, 2000.0, 5.0);
        Instant now = muchLater.instant();
        store.retention().ended(new Run(now, now, Map.of(), 5));
        assertThat(health.execute().isOk()).isTrue();
        assertThat(health.execute().toString()).contains("5 open cases", "careunit:case-silent");
    }

    private RemoveOldRows handler(Clock clock) {
        return new RemoveOldRows(store.retention(), store.jobs(), clock);
    }

    private Set<CaseRef> locked(Collection<StoredCase> cases) {
        Set<CaseRef> refs = cases.stream().map(StoredCase::ref).collect(Collectors.toSet());
        return store.transactions().call(() -> store.cases().lock(refs)).keySet();
    }

    private static Job job(String payload) {
        return new Job(RemoveOldRows.NIGHTLY, payload, 0, LONG_AGO);
    }

    private static List<StoredCase> cases(Phase phase, int from, int until) {
        Optional<Instant> closed = phase == Phase.CLOSED ? Optional.of(LONG_AGO) : Optional.empty();
        return IntStream.range(from, until)
                .mapToObj(number -> new StoredCase(
                        new CaseRef(UNIT, "case-" + number),
                        phase,
                        Optional.empty(),
                        Optional.of(LONG_AGO),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        closed,
                        Optional.of(new EventPosition(OptionalLong.empty(), LONG_AGO, "e-" + number))))
                .toList();
    }

    /** Cannot be asked. */
    private static final class CannotSay implements RetentionHold {
        @Override
        public Set<CaseRef> needed(Collection<StoredCase> cases) {
            throw new UnavailableException("on purpose");
        }
    }

    /** A second later each time it is looked at, so that a slice ends after one batch. */
    private static final class Ticking extends Clock {

        private final Clock start;
        private int looks;

        Ticking(Clock start) {
            this.start = start;
        }

        @Override
        public Instant instant() {
            return start.instant().plusSeconds(2L * looks++);
        }

        @Override
        public ZoneId getZone() {
            return start.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
