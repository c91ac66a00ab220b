package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.internal.node.StoreContract;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two transactions that wait for each other: one gives way and is done again, and both succeed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DeadlockTest {

    private static final CaseRef ONE = StoreContract.CASE;
    private static final CaseRef OTHER = new CaseRef(ONE.unit(), "other");

    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch bothHoldOne = new CountDownLatch(2);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoGivesWayIsDoneAgainAndBothSucceed(boolean embedded) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (TestStore store = embedded ? TestStore.embedded(directory) : TestStore.postgres("node")) {
            store.cases().add(List.of(open(ONE), open(OTHER)));
            Future<Integer> one = callers.submit(() -> lockBoth(store, ONE, OTHER));
            Future<Integer> other = callers.submit(() -> lockBoth(store, OTHER, ONE));
            assertThat(one.get() + other.get()).isEqualTo(2);
            assertThat(attempts).hasValueGreaterThan(2);
        } finally {
            callers.shutdownNow();
        }
    }

    private static StoredCase open(CaseRef ref) {
        return new StoredCase(
                ref,
                Phase.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private int lockBoth(TestStore store, CaseRef first, CaseRef second) {
        return store.transactions().callRepeatedly(() -> {
            attempts.incrementAndGet();
            store.cases().lock(List.of(first));
            bothHoldOne.countDown();
            awaitBoth();
            return store.cases().lock(List.of(second)).size();
        });
    }

    private void awaitBoth() {
        try {
            assertThat(bothHoldOne.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
