package org.careunit.storage.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.audit.AuditTrail.Verification;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long trail that is verified while its unit goes on working. */
class AuditVerifyTimeTest {

    private static final Scope UNIT = Scope.unit(new HsaId("SE1111111111-UNIT1"));
    private static final int ROWS = 100_000;
    private static final int A_TRANSACTION = 10_000;

    /** On a loaded machine; with the end locked for all of the verification, 100 000 rows took 15 s. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    @Test
    void verifyingALongBrokenTrailHoldsItsUnitUpForNothing() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            for (int done = 0; done < ROWS; done += A_TRANSACTION) {
                store.transactions().run(() -> {
                    for (int row = 0; row < A_TRANSACTION; row++) {
                        append(store);
                    }
                });
            }
            store.execute("UPDATE audit_rows SET text = 'another' WHERE number = " + ROWS);
            CompletableFuture<Verification> verification =
                    CompletableFuture.supplyAsync(() -> store.audit().verify(UNIT, Optional.empty()));
            long longest = 0;
            int appended = 0;
            do {
                long start = System.nanoTime();
                append(store);
                longest = Math.max(longest, System.nanoTime() - start);
                appended++;
            } while (!verification.isDone());
            assertThat(verification.get()).isEqualTo(new Verification.Broken(ROWS, "the row was changed"));
            assertThat(appended).as("rows that were added meanwhile").isGreaterThan(1);
            assertThat(Duration.ofNanos(longest)).isLessThan(LONGEST_WAIT);
        }
    }

    private static void append(TestStore store) {
        store.audit().append(UNIT, new Row("staff:one", "settings.change", "text", Optional.empty()));
    }
}
