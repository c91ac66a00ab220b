package org.careunit.storage.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Changes.Change;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;

public class PostgresChangesTest extends ChangesContract {

    private static final Change PROBE = new Change(SCOPE, "settings", "probe");
    private static final String LISTENING = " FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND (query = 'SELECT 1' OR query LIKE 'LISTEN careunit_changes%')";

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("first-node");
    }

    @Test
    public void anotherNodeHearsWithinASecondAndOnceOnly() throws SQLException {
        HeardChanges there = new HeardChanges();
        try (TestStore other = store.another("second-node")) {
            other.changes().listen(there);
            listens(there);
            announce(CHANGE);
            await().atMost(Duration.ofSeconds(1)).until(() -> there.changes.contains(CHANGE));
            Change last = new Change(Scope.PLATFORM, "default", "the last one, with å");
            announce(last);
            await().atMost(Duration.ofSeconds(1)).until(() -> there.changes.contains(last));
            assertThat(withoutProbes(there)).containsExactly(CHANGE, last);
            assertThat(withoutProbes(heard)).containsExactly(CHANGE, last);
        }
    }

    @Test
    public void aConnectionThatBreaksIsToldOfAndTakenAnew() throws SQLException {
        HeardChanges there = new HeardChanges();
        try (TestStore other = store.another("second-node")) {
            other.changes().listen(there);
            listens(there);
            int before = there.anything.get();
            long told = other.changes().told(UNIT);
            store.execute("SELECT pg_terminate_backend(pid)" + LISTENING);
            // At the loss and when it is back.
            await().atMost(Duration.ofSeconds(3)).until(() -> there.anything.get() >= before + 2);
            assertThat(other.changes().told(UNIT)).isGreaterThan(told);
            await().atMost(Duration.ofSeconds(3)).until(() -> {
                announce(CHANGE);
                return there.changes.contains(CHANGE);
            });
        }
    }

    /** Waits until a change comes through. */
    private void listens(HeardChanges there) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            announce(PROBE);
            return !there.changes.isEmpty();
        });
    }

    private static List<Change> withoutProbes(HeardChanges heard) {
        return heard.changes.stream().filter(change -> !change.equals(PROBE)).toList();
    }
}
