package org.careunit.settings.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRuns.LeftOut;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.Simulated;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Test;

/** What a run packs, when it starts, and how it survives, on every database. */
abstract class ArchiveRunContract extends ArchiveFixture {

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
}
