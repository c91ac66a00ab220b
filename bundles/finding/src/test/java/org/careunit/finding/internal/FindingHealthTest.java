package org.careunit.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.felix.hc.api.Result;
import org.awaitility.Awaitility;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.finding.internal.index.IndexedUnit;
import org.careunit.operations.Metrics.Figure;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.SnapshotCache;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingHealthTest {

    private static final IndexedUnit UNIT =
            new IndexedUnit(new HsaId("SE1111111111-UNIT1"), true, "Mottagning Å", CatchmentArea.NONE, Map.of());

    @TempDir
    Path directory;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean isOutOfReach = true;
    private TestStore store;
    private SnapshotCache<FindingSnapshot> snapshots;
    private FindingMetrics figures;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(directory.resolve("store"));
        snapshots = FindingSnapshot.cache(
                new Caches(store.transactions(), store.changes()),
                this::units,
                store.approvals(),
                store.clock(),
                worker);
        figures = new FindingMetrics(snapshots);
    }

    @AfterEach
    void closeStore() {
        worker.shutdownNow();
        store.close();
    }

    private List<IndexedUnit> units() {
        if (isOutOfReach) {
            throw new UnavailableException("The store is out of reach");
        }
        return new ArrayList<>(List.of(UNIT));
    }

    @Test
    void untilTheStoreIsThereNothingIsFound() {
        assertThatThrownBy(snapshots::get).isInstanceOf(UnavailableException.class);
        assertThat(health().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(figures.read()).extracting(Figure::value).containsExactly(-1.0, -1.0, -1.0);
        isOutOfReach = false;
        assertThat(snapshots.get().index().units()).isEqualTo(1);
        assertThat(health().getStatus()).isEqualTo(Result.Status.OK);
        assertThat(figures.read())
                .extracting(Figure::name)
                .containsExactly("finding.units", "finding.rules", "finding.rebuild");
        assertThat(figures.read().get(0).value()).isEqualTo(1);
    }

    @Test
    void aStoreThatGoesIsToldAndOneThatComesBackIsTakenIn() {
        isOutOfReach = false;
        snapshots.get();
        isOutOfReach = true;
        snapshots.refresh();
        Awaitility.await().until(snapshots::isBehind);
        assertThat(health().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(snapshots.get().index().units()).isEqualTo(1);
        isOutOfReach = false;
        Awaitility.await().until(() -> !snapshots.isBehind());
        assertThat(health().getStatus()).isEqualTo(Result.Status.OK);
    }

    private Result health() {
        return FindingHealth.result(snapshots);
    }
}
