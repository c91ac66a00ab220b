package org.careunit.settings.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.felix.hc.api.Result;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.paging.PageRequest;
import org.careunit.settings.internal.archive.shell.ArchiveCommands;
import org.careunit.storage.StoredCase;
import org.junit.jupiter.api.Test;

/** The host confirms what was archived, on every database. */
abstract class ArchiveConfirmationContract extends ArchiveFixture {

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
}
