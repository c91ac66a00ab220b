package org.careunit.itests.benchmarks;

import org.junit.jupiter.api.Test;

/** Holds the benchmark's peer to the rows that the intake writes today: a column that it lacks shows in the build. */
class IntakeBenchmarkTest {

    @Test
    void bareJdbcWritesTheRowsOfTheIntake() throws Exception {
        try (Database database = Database.h2()) {
            new IntakeBenchmark(database).check();
        }
    }
}
