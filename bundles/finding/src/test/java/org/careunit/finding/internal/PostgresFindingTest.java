package org.careunit.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.SnapshotCache;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;

class PostgresFindingTest extends FindingContract {

    private String url;

    @Override
    public TestStore open() throws SQLException {
        url = TestStore.newPostgresUrl();
        return node("one");
    }

    private TestStore node(String name) throws SQLException {
        return TestStore.on(url, "postgres", name);
    }

    @Test
    void anApprovalIsHeardOfOnAnotherNode() throws SQLException {
        ScheduledExecutorService itsWorker = Executors.newSingleThreadScheduledExecutor();
        try (TestStore other = node("two")) {
            SnapshotCache<FindingSnapshot> there = FindingSnapshot.cache(
                    new Caches(other.transactions(), other.changes()),
                    List::of,
                    other.approvals(),
                    other.clock(),
                    itsWorker);
            there.get();
            approvals.approve(ANNA, UNIT, new ResidentPseudonym("r-1"), Optional.empty());
            Awaitility.await()
                    .untilAsserted(() -> assertThat(there.get().approvals()).hasSize(1));
        } finally {
            itsWorker.shutdownNow();
        }
    }
}
