package org.careunit.finding.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.storage.internal.node.TestStore;

/** The finder as the component makes it, over units of a benchmark. */
public final class FindParts {

    private final UnitFinder finder;
    private final Memory memory;

    private FindParts(UnitFinder finder, Memory memory) {
        this.finder = finder;
        this.memory = memory;
    }

    /** A unit that is open. */
    public record Unit(HsaId id, CatchmentArea area, Set<String> careTypes) {}

    /** Makes the index of units anew, as a change does. */
    public static FindParts of(TestStore store, AccessControl access, List<Unit> units) {
        ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
        Refreshing refreshing = new Refreshing(() -> candidates(units), store.approvals(), store.clock(), never);
        Memory memory = refreshing.memory();
        never.shutdownNow();
        return new FindParts(new MemoryFinder(access, refreshing, store.pseudonyms(), geography()), memory);
    }

    /** The counties and municipalities that we ship. */
    public static Geography geography() {
        return new MunicipalityFile(Path.of("target", "none.csv")).list();
    }

    /** How long it takes to make the index anew, in ms; the first time, units are read from the store. */
    public static double rebuildMillis(TestStore store, StoredUnits units) {
        ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
        Memory memory = new Refreshing(units, store.approvals(), store.clock(), never).memory();
        never.shutdownNow();
        return memory.nanos() / 1e6;
    }

    /** Ends what a finder does by itself, as the container does. */
    public static void end(UnitFinderComponent finder) {
        finder.close();
    }

    private static List<Candidate> candidates(List<Unit> units) {
        return units.stream()
                .map(unit -> new Candidate(
                        unit.id(),
                        true,
                        "Mottagning " + unit.id().value(),
                        unit.area(),
                        unit.careTypes().stream().collect(Collectors.toMap(key -> key, key -> key))))
                .toList();
    }

    public UnitFinder finder() {
        return finder;
    }

    /** How long it took to make. */
    public double rebuildMillis() {
        return memory.nanos() / 1e6;
    }
}
