package org.careunit.itests.faults.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Whatever fails in whatever order, nothing is lost and nothing is told twice. Some seeds in each build; {@code mvn
 * -Pchaos} runs 200 on PostgreSQL and 50 on H2. A seed that failed is run again by {@code -Dchaos.first=} and
 * {@code -Dchaos.postgres=1}; threads are not seeded, so it may take several turns.
 */
@Isolated
class ChaosTest {

    private static final long FIRST = Long.getLong("chaos.first", 1);
    private static final long MILLIS = 1000L * Integer.getInteger("chaos.seconds", 10);

    @TempDir
    Path base;

    @Test
    void onPostgres() throws Exception {
        for (long seed = FIRST; seed < FIRST + Integer.getInteger("chaos.postgres", 4); seed++) {
            assertFaultless(seed, ChaosRun.onPostgres(seed, directory("postgres-" + seed), MILLIS));
        }
    }

    @Test
    void onH2() throws Exception {
        for (long seed = FIRST; seed < FIRST + Integer.getInteger("chaos.h2", 2); seed++) {
            assertFaultless(seed, ChaosRun.onH2(seed, directory("h2-" + seed), MILLIS));
        }
    }

    private Path directory(String name) throws Exception {
        return Files.createDirectory(base.resolve(name));
    }

    private static void assertFaultless(long seed, List<String> faults) {
        assertThat(faults).as("faults of seed %s", seed).isEmpty();
    }
}
