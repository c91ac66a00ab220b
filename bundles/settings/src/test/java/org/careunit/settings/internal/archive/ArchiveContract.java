package org.careunit.settings.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.hc.api.Result;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRuns.LeftOut;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.Simulated;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.FixedCaseTypes;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SettingsContract;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.archive.shell.ArchiveCommands;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeArchive;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a unit's run does, slice by slice, on every database. */
abstract class ArchiveContract {

    private static final HsaId UNIT = SettingsContract.UNIT;
    private static final Actor ANNA = new Actor.Operator("anna");
    private static final int MANY_SLICES = 2_000;

    private final FakeArchive archive =
            new FakeArchive().setFaulty(id -> id.startsWith("faulty")).setOdd(id -> id.startsWith("odd"));
    private TestStore store;
    private SettingsContext context;
    private ArchiveRunsComponent runs;
    private ExportJob export;
    private final FakeHost host = new FakeHost();

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        context = SettingsContract.context(store);
        context.setArchives(archive);
        context.setArchiveRecords(store.archive());
        FixedCaseTypes.say(context);
        context.setClosedCases(host);
        runs = new ArchiveRunsComponent(FakeAccess.operators(), context, store.archive(), store.jobs(), store.clock());
        export = new ExportJob(
                new ExportJob.Parts(
                        store.archive(), store.cases(), store.jobs(), new ArchiveRunsMetrics(), store.clock()),
                context,
                new HostCalls(Duration.ofMillis(500)));
    }

    @AfterEach
    void closeStore() {
        export.close();
        store.close();
    }

    @Test
    void allEndedCasesGoIntoOnePackageAndAreConfirmed() {
        host.with(UNIT, "c-", 30);
        known("c-1", "c-2");

        runs.runNow(ANNA, UNIT);
        finish();

        ArchiveRun run = newest();
        assertThat(run.stage()).isEqualTo(Stage.DONE);
        assertThat(run.counts().cases()).isEqualTo(30);
        assertThat(run.counts().confirmed()).isEqualTo(30);
        assertThat(archive.delivered()).containsOnlyKeys(run.packageName());
        assertThat(archive.delivered().get(run.packageName()))
                .doesNotHaveDuplicates()
                .hasSize(30);
        assertThat(host.confirmed.get(run.packageName())).hasSize(30);
        assertThat(archive.discarded()).contains(run.packageName());
        assertThat(store.cases().notArchived(refs("c-1", "c-2"))).isEmpty();
        assertThat(runs.status(ANNA, UNIT).last()).contains(run.startedAt());
    }

    @Test
    void aRunKilledAtAnyStepMakesOnePackageWithEveryCaseOnce() {
        host.with(UNIT, "c-", 60);
        Random random = new Random(7);

        runs.runNow(ANNA, UNIT);
        for (int i = 0; i < MANY_SLICES && !isOver(); i++) {
            JobOutcome outcome = export.run(job());
            if (random.nextInt(3) > 0) { // else the process is killed before the outcome is recorded
                record(outcome);
            }
            if (random.nextInt(10) == 0) {
                archive.loseDisk();
            }
        }

        ArchiveRun run = newest();
        assertThat(run.stage()).isEqualTo(Stage.DONE);
        assertThat(archive.delivered()).containsOnlyKeys(run.packageName());
        assertThat(archive.delivered().get(run.packageName()))
                .doesNotHaveDuplicates()
                .hasSize(60);
        assertThat(host.confirmed.get(run.packageName())).hasSize(60);
    }

    @Test
    void aFaultyCaseIsListedAndOfferedAgainAndTheRestArrives() {
        host.with(UNIT, "c-", 3).with(UNIT, "faulty-", 1).with(UNIT, "odd-", 1);

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(newest().counts()).satisfies(counts -> {
            assertThat(counts.cases()).isEqualTo(4);
            assertThat(counts.leftOut()).isEqualTo(1);
            assertThat(counts.replaced()).isEqualTo(1);
        });
        assertThat(runs.leftOut(ANNA, UNIT, PageRequest.first(9)).rows())
                .containsExactly(new LeftOut("faulty-1", "attachment 1 of 1 cannot be read"));
        assertThat(host.confirmed.values()).allSatisfy(ids -> assertThat(ids).doesNotContain("faulty-1"));

        ClosedCase mended = host.cases.remove("faulty-1");
        host.end(UNIT, "mended-1", mended.closedAt());
        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(runs.leftOut(ANNA, UNIT, PageRequest.first(9)).rows()).isEmpty();
        assertThat(archive.delivered().get(newest().packageName())).containsExactly("mended-1");
    }

    @Test
    void withNothingToArchiveThereIsNoPackage() {
        host.with(UNIT, "faulty-", 2);

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(newest().stage()).isEqualTo(Stage.DONE);
        assertThat(newest().counts().leftOut()).isEqualTo(2);
        assertThat(archive.delivered()).isEmpty();
        assertThat(host.confirmed).isEmpty();
    }

    @Test
    void aCaseThatEndedAgainIsArchivedAgainAndNamesItsFirstPackage() {
        host.with(UNIT, "c-", 1);
        runs.runNow(ANNA, UNIT);
        finish();
        String first = newest().packageName();
        for (int times = 0; times < 2; times++) {
            host.confirmed.clear();
            host.end(UNIT, "c-1", Instant.parse("2026-02-01T00:00:00Z").plusSeconds(times));
            runs.runNow(ANNA, UNIT);
            finish();

            assertThat(newest().counts().cases()).isEqualTo(1);
            assertThat(archive.written().get("c-1").earlierPackage()).contains(first);
        }
    }

    @Test
    void aCaseThatTheHostConfirmedAndGivesAgainIsToldAgainAndNotArchivedTwice() {
        host.with(UNIT, "c-", 3);
        runs.runNow(ANNA, UNIT);
        finish();
        String first = newest().packageName();
        host.confirmed.clear(); // as a host that lost what it had confirmed

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(newest().counts().cases()).isZero();
        assertThat(archive.delivered()).containsOnlyKeys(first);
        assertThat(host.confirmed).containsOnlyKeys(first);
        assertThat(host.confirmed.get(first)).hasSize(3);
    }

    @Test
    void theHostIsAskedToConfirmForAsLongAsItTakesAndTheNextRunWaits() {
        host.with(UNIT, "c-", 2);
        host.beforeConfirming = () -> {
            throw new IllegalStateException("secret words");
        };

        runs.runNow(ANNA, UNIT);
        for (int i = 0; i < 50; i++) {
            step();
        }
        runs.runNow(ANNA, UNIT);

        assertThat(runs.runs(ANNA, UNIT, PageRequest.first(9)).rows())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.stage()).isEqualTo(Stage.CONFIRM);
                    assertThat(run.problem().orElseThrow())
                            .contains("ClosedCases.archived", "java.lang.IllegalStateException")
                            .doesNotContain("secret");
                });
        assertThatThrownBy(() -> runs.cancel(ANNA, UNIT)).isInstanceOf(RefusedException.class);
        host.beforeConfirming = () -> {};
        finish();
        assertThat(newest().stage()).isEqualTo(Stage.DONE);
        assertThat(newest().problem()).isEmpty();
    }

    @Test
    void aHostThatGivesTheSamePageForEverEndsAndWhatItGaveArrives() {
        answer((until, cursor) -> new Page<>(ended("c-1"), Optional.of("same")));

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(newest().stage()).isEqualTo(Stage.DONE);
        assertThat(newest().counts().cases()).isEqualTo(1);
        assertThat(archive.delivered().get(newest().packageName())).containsExactly("c-1");
    }

    @Test
    void aCursorThatGoesBackAndACaseInTwoPagesBringEachCaseOnce() {
        int[] asked = new int[1];
        answer((until, cursor) -> {
            asked[0]++;
            return switch (asked[0]) {
                case 1 -> new Page<>(ended("c-1", "c-2"), Optional.of("2"));
                case 2 -> new Page<>(ended("c-2", "c-3", "c-3"), Optional.of("1"));
                case 3 -> new Page<>(ended("c-1", "c-2"), Optional.of("3"));
                default -> new Page<>(ended("c-4"), Optional.empty());
            };
        });

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(archive.delivered().get(newest().packageName())).containsExactly("c-1", "c-2", "c-3", "c-4");
    }

    @Test
    void aHostThatIsAbsentUnavailableOrSlowIsWaitedFor() {
        runs.runNow(ANNA, UNIT);
        context.unsetClosedCases(host);
        assertThat(reason()).contains("no service ClosedCases");
        assertThat(((JobOutcome.NotNow) export.run(job())).pause()).isLessThan(Duration.ofMinutes(1));
        answer((until, cursor) -> {
            throw new UnavailableException("down");
        });
        assertThat(reason()).contains("unavailable", "ClosedCases.closedCases of unit " + UNIT);
        answer((until, cursor) -> {
            awaitInterrupt();
            return null;
        });
        assertThat(reason()).contains("no answer within");
    }

    @Test
    void aHostThatGivesNullOrThrowsIsNamedAndAnAttemptIsCounted() {
        runs.runNow(ANNA, UNIT);
        answer((until, cursor) -> null);
        assertThat(failure()).contains("closedCases of unit " + UNIT + ": the host gave null");
        answer((until, cursor) -> {
            throw new NoClassDefFoundError("x");
        });
        assertThat(failure()).contains("the host threw java.lang.NoClassDefFoundError");

        export.gaveUp(job(), "The host gave null");

        assertThat(newest().stage()).isEqualTo(Stage.FAILED);
        assertThat(newest().problem()).contains("The host gave null");
        context.setClosedCases(host.with(UNIT, "c-", 1));
        assertThat(runs.retry(ANNA, UNIT)).isTrue();
        assertThat(runs.retry(ANNA, UNIT)).isFalse();
        finish();
        assertThat(newest().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void aCaseOfWhichTheHostCannotSayWhomItIsAboutIsLeftOut() {
        host.with(UNIT, "c-", 2);
        context.setIdentities(ref -> {
            if (ref.id().equals("c-2")) {
                throw new IllegalStateException();
            }
            return Optional.of(new Identity(new PersonNumber("191212121212"), Optional.empty()));
        });

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(archive.written().get("c-1").resident()).isPresent();
        assertThat(runs.leftOut(ANNA, UNIT, PageRequest.first(9)).rows())
                .extracting(LeftOut::caseId)
                .containsExactly("c-2");
    }

    @Test
    void anArchiveThatIsDownIsWaitedForAndNothingIsLost() {
        host.with(UNIT, "c-", 2);
        archive.faults().set(Fault.UNAVAILABLE);
        runs.runNow(ANNA, UNIT);
        for (int i = 0; i < 10; i++) {
            step();
        }
        assertThat(newest().stage()).isEqualTo(Stage.DELIVER);
        assertThat(reason()).contains("The archive is unavailable");
        archive.faults().mend();
        finish();
        assertThat(newest().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void aRunThatHasNotBegunOrIsOnItsWayIsCancelled() {
        host.with(UNIT, "c-", 2);
        runs.runNow(ANNA, UNIT);
        assertThat(runs.cancel(ANNA, UNIT)).isTrue();
        assertThat(newest().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(runs.cancel(ANNA, UNIT)).isFalse();

        runs.runNow(ANNA, UNIT);
        step();
        store.transactions().run(() -> export.cancelled(job()));
        assertThat(newest().stage()).isEqualTo(Stage.CANCELLED);

        runs.runNow(ANNA, UNIT);
        finish();
        assertThat(archive.delivered()).hasSize(1);
        assertThat(host.confirmed.get(newest().packageName())).hasSize(2);
    }

    /** Neither what is due, nor what was on its way when it began, nor what somebody asks for. */
    @Test
    void aUnitThatSimulatesArchivesNothingAndTheHostIsToldNothing() {
        host.with(UNIT, "c-", 3);
        runs.runNow(ANNA, UNIT);
        UnitSettingsComponent settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        settings.save(ANNA, UNIT, new Simulated(true), 0);

        assertThat(export.run(job())).isInstanceOf(JobOutcome.NotNow.class);
        assertThatThrownBy(() -> runs.runNow(ANNA, UNIT)).hasMessageContaining("simulates");
        assertThat(archive.delivered()).isEmpty();
        assertThat(host.confirmed).isEmpty();

        settings.save(ANNA, UNIT, new Simulated(false), 1);
        finish();
        assertThat(newest().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void runsStartWhenTheSectionSaysSo() {
        host.with(UNIT, "c-", 1);
        ArchiveSchedule schedule = new ArchiveSchedule(store.archive(), context, store.jobs(), store.clock());
        schedule.run(job());
        schedule.run(job());
        assertThat(store.archive().unfinished(9)).hasSize(1);
        finish();
        schedule.run(job());
        assertThat(store.archive().unfinished(9)).isEmpty();
        archive.setSetUp(false);
        assertThat(runs.status(ANNA, UNIT).installed()).isFalse();
        assertThatThrownBy(() -> runs.runNow(ANNA, UNIT)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void casesAreHeldUntilTheHostHasConfirmedThem() {
        ArchiveHold hold = new ArchiveHold(context, store.cases(), store.archive());
        host.with(UNIT, "c-", 1);
        List<StoredCase> ended = known("c-1", "never-given");

        assertThat(hold.needed(ended)).hasSize(2);
        runs.runNow(ANNA, UNIT);
        finish();
        assertThat(hold.needed(ended)).extracting(CaseRef::id).containsExactly("never-given");
        archive.setSetUp(false);
        assertThat(hold.needed(ended)).isEmpty();
        context.unsetArchives(archive);
        assertThat(hold.needed(ended)).isEmpty();
    }

    @Test
    void untilTheHostConfirmsHealthAndConsoleSayWhatWaitsForThat() {
        host.with(UNIT, "c-", 1);
        List<StoredCase> ended = known("c-1");
        ArchiveHold hold = new ArchiveHold(context, store.cases(), store.archive());
        host.beforeConfirming = () -> {
            throw new UnavailableException("secret words");
        };
        runs.runNow(ANNA, UNIT);
        for (int i = 0; i < 20; i++) {
            step();
        }

        assertThat(health()).startsWith("WARN 1 packages are in the archive").contains("nothing of their cases");
        assertThat(shown())
                .contains("waits for")
                .contains("nothing of these cases is removed")
                .doesNotContain("secret");
        assertThat(hold.needed(ended)).hasSize(1);
        context.unsetClosedCases(host);
        step();
        assertThat(health()).startsWith("WARN");
        assertThat(newest().problem().orElseThrow()).contains("no service ClosedCases");

        context.setClosedCases(host);
        host.beforeConfirming = () -> {};
        finish();
        assertThat(health()).startsWith("OK");
        assertThat(shown()).doesNotContain("waits for");
        assertThat(hold.needed(ended)).isEmpty();
    }

    @Test
    void aPackageThatWasConfirmedInPartIsToldFurtherFromThereAfterAKill() {
        host.with(UNIT, "c-", 1_200);
        host.pageSize = 300;
        runs.runNow(ANNA, UNIT);
        while (newest().stage() != Stage.CONFIRM) {
            step();
        }
        step();
        export.run(job()); // killed before the outcome is recorded: the host is told of these once more
        finish();

        assertThat(newest().counts().confirmed()).isEqualTo(1_200);
        assertThat(host.confirmed.get(newest().packageName()))
                .doesNotHaveDuplicates()
                .hasSize(1_200);
    }

    private String health() {
        Result result = ArchiveRunsHealth.of(store.archive(), store.clock());
        return result.getStatus() + " " + result.iterator().next().getMessage();
    }

    private String shown() {
        return ArchiveCommands.show(runs, UNIT);
    }

    private List<StoredCase> known(String... ids) {
        List<StoredCase> cases = new ArrayList<>();
        for (CaseRef ref : refs(ids)) {
            cases.add(new StoredCase(
                    ref,
                    StoredCase.Phase.CLOSED,
                    Optional.of(new CaseTypeKey("boka-tid")),
                    Optional.of(Instant.parse("2025-12-01T00:00:00Z")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                    Optional.empty()));
        }
        store.transactions().run(() -> store.cases().add(cases));
        return cases;
    }

    private static List<CaseRef> refs(String... ids) {
        return List.of(ids).stream().map(id -> new CaseRef(UNIT, id)).toList();
    }

    private static List<ClosedCase> ended(String... ids) {
        FakeHost of = new FakeHost();
        List<ClosedCase> cases = new ArrayList<>();
        for (String id : ids) {
            of.end(UNIT, id, Instant.parse("2026-01-01T00:00:00Z"));
            cases.add(of.cases.get(id));
        }
        return cases;
    }

    private interface Pages {
        Page<ClosedCase> page(Instant until, Optional<String> cursor);
    }

    /** From now on the host gives pages like that. */
    private void answer(Pages pages) {
        context.setClosedCases(new ClosedCases() {
            private final Set<CaseRef> confirmed = new HashSet<>();

            @Override
            public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
                return pages.page(until, cursor);
            }

            @Override
            public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
                confirmed.addAll(cases);
            }
        });
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String reason() {
        return ((JobOutcome.NotNow) export.run(job())).reason();
    }

    private String failure() {
        return ((JobOutcome.TryLater) export.run(job())).reason();
    }

    private void finish() {
        for (int i = 0; i < MANY_SLICES && !isOver(); i++) {
            step();
        }
        assertThat(isOver()).isTrue();
    }

    private void step() {
        record(export.run(job()));
    }

    /** As the engine does. */
    private void record(JobOutcome outcome) {
        store.transactions().run(() -> outcome.alongside().run());
    }

    private boolean isOver() {
        return store.archive().unfinished(1).isEmpty();
    }

    private ArchiveRun newest() {
        return runs.runs(ANNA, UNIT, PageRequest.first(1)).rows().get(0);
    }

    private Job job() {
        return new Job(ExportRuns.job(UNIT), "", 0, store.clock().instant());
    }
}
