package org.careunit.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
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
import org.careunit.operations.Figures.Figure;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthAndFiguresTest {

    private static final Candidate UNIT =
            new Candidate(new HsaId("SE1111111111-UNIT1"), true, "Mottagning Å", CatchmentArea.NONE, Map.of());

    @TempDir
    Path directory;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean isOutOfReach = true;
    private TestStore store;
    private Refreshing refreshing;
    private FindingFigures figures;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(directory.resolve("store"));
        refreshing = new Refreshing(this::units, store.approvals(), store.clock(), worker);
        figures = new FindingFigures(refreshing);
    }

    @AfterEach
    void closeStore() {
        worker.shutdownNow();
        store.close();
    }

    private List<Candidate> units() {
        if (isOutOfReach) {
            throw new UnavailableException("The store is out of reach");
        }
        return new ArrayList<>(List.of(UNIT));
    }

    @Test
    void untilTheStoreIsThereNothingIsFound() {
        assertThatThrownBy(refreshing::memory).isInstanceOf(UnavailableException.class);
        assertThat(health().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(figures.read()).extracting(Figure::value).containsExactly(-1.0, -1.0, -1.0);
        isOutOfReach = false;
        assertThat(refreshing.memory().index().units()).isEqualTo(1);
        assertThat(health().getStatus()).isEqualTo(Result.Status.OK);
        assertThat(figures.read())
                .extracting(Figure::name)
                .containsExactly("finding.units", "finding.rules", "finding.rebuild");
        assertThat(figures.read().get(0).value()).isEqualTo(1);
    }

    @Test
    void aStoreThatGoesIsToldAndOneThatComesBackIsTakenIn() {
        isOutOfReach = false;
        refreshing.memory();
        isOutOfReach = true;
        refreshing.anything();
        Awaitility.await().until(refreshing::isBehind);
        assertThat(health().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(refreshing.memory().index().units()).isEqualTo(1);
        isOutOfReach = false;
        Awaitility.await().until(() -> !refreshing.isBehind());
        assertThat(health().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void aWrongListOfMunicipalitiesIsAWarning() throws IOException {
        isOutOfReach = false;
        refreshing.memory();
        Files.writeString(directory.resolve("municipalities.csv"), "0184,Solna\n");
        assertThat(health().getStatus()).isEqualTo(Result.Status.WARN);
    }

    private Result health() {
        return FindingHealth.result(refreshing, new MunicipalityFile(directory.resolve("municipalities.csv")).held());
    }
}
