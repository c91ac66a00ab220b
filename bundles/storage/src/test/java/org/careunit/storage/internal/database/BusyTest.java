package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.internal.node.PostgresServer;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.careunit.storage.internal.node.StoreContract;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers wait for one row: the database is busy and not gone, and everybody else goes on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BusyTest {

    private static final int CALLERS = 24;

    @Test
    void callersThatWaitForOneRowRefuseNoReadAndNoIntake() throws Exception {
        Server server = PostgresServer.newDatabase();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (TestStore store = TestStore.on(server, "busy");
                Connection holder = Pools.postgres(server).getConnection()) {
            store.cases().add(List.of(StoreContract.openCase()));
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("SELECT * FROM cases FOR UPDATE");
            }
            List<Future<Boolean>> waiting = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                waiting.add(callers.submit(() -> locked(store)));
            }
            for (int i = 0; i < 150; i++) {
                assertThat(store.events().find("none")).isEmpty();
                String id = "event-" + i;
                assertThat(store.transactions()
                                .callRepeatedly(() -> store.events().add(List.of(StoreContract.event(id)))))
                        .hasSize(1);
            }
            assertThat(store.node.isOut()).isFalse();
            holder.rollback();
            int through = 0;
            for (Future<Boolean> one : waiting) {
                through += one.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(through).isGreaterThanOrEqualTo(10);
        } finally {
            callers.shutdownNow();
        }
    }

    /** Those that find no connection in time are told that the database is busy. */
    private static boolean locked(TestStore store) {
        try {
            store.transactions().run(() -> store.cases().lock(List.of(StoreContract.CASE)));
            return true;
        } catch (UnavailableException busy) {
            assertThat(busy).hasMessageContaining("busy");
            return false;
        }
    }
}
