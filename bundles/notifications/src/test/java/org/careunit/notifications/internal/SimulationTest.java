package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two years of a unit, made from seeds, on a virtual clock: what leaves is what a model says that was written from the
 * specification alone, each once, at its moment, to the right one. A seed that fails is printed with as little of it as
 * still fails.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("careunit.simulation.seeds", 300);
    private static final long FIRST = Long.getLong("careunit.simulation.first", 1);

    @TempDir
    Path base;

    private TestStore store;
    private SimulatedWorld world;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(base);
        world = new SimulatedWorld(store, base, LifeGenerator.BEGIN);
    }

    @AfterEach
    void closeStore() throws Exception {
        world.close();
        store.close();
    }

    @Test
    void whatLeavesIsWhatTheSpecificationSays() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Life life = LifeGenerator.life(seed);
            if (violation(life).isPresent()) {
                Life smallest = smallest(life);
                assertThat(violation(smallest)).as("%s", smallest).isEmpty();
            }
        }
    }

    @Test
    void theModelKnowsTheContractsAlone() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/careunit/notifications/model"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .doesNotContainPattern("org\\.careunit\\.(?!api\\.|notifications\\.model)");
            }
        }
    }

    private Optional<String> violation(Life life) {
        return new SimulatedLife(life, world, store).violation();
    }

    /** Leaves things out as long as the rest still fails. */
    private Life smallest(Life life) {
        Life smallest = life;
        Optional<Life> next = Optional.of(life);
        while (next.isPresent()) {
            smallest = next.get();
            next = smallest.smaller()
                    .filter(fewer -> !fewer.deliveries().isEmpty())
                    .filter(fewer -> violation(fewer).isPresent())
                    .findFirst();
        }
        return smallest;
    }
}
