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
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.finding.internal.index.IndexUnitFinder;
import org.careunit.finding.internal.index.IndexedUnit;
import org.careunit.finding.internal.index.StoredUnits;
import org.careunit.finding.internal.index.UnitSource;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.SnapshotCache;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.units.internal.geography.MunicipalityFile;

/** The finder as the component makes it, over units of a benchmark. */
public final class FindParts implements AutoCloseable {

    private final UnitFinder finder;
    private final FindingSnapshot snapshot;
    private final Caches caches;

    private FindParts(UnitFinder finder, FindingSnapshot snapshot, Caches caches) {
        this.finder = finder;
        this.snapshot = snapshot;
        this.caches = caches;
    }

    /** A unit that is open. */
    public record Unit(HsaId id, CatchmentArea area, Set<String> careTypes) {}

    /** Makes the index of units anew, as a change does. */
    public static FindParts of(TestStore store, AccessControl access, List<Unit> units) {
        ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
        Caches caches = new Caches(store.transactions(), store.changes());
        SnapshotCache<FindingSnapshot> snapshots = cache(caches, store, () -> candidates(units), never);
        FindingSnapshot snapshot = snapshots.get();
        never.shutdownNow();
        UnitFinder finder = new IndexUnitFinder(access, snapshots, store.pseudonyms(), geography());
        return new FindParts(finder, snapshot, caches);
    }

    /** The counties and municipalities that we ship. */
    public static Geography geography() {
        return new MunicipalityFile(Path.of("target", "none.csv")).list();
    }

    /** How long it takes to make the index anew, in ms; the first time, units are read from the store. */
    public static double rebuildMillis(TestStore store, StoredUnits units) {
        ScheduledExecutorService never = Executors.newSingleThreadScheduledExecutor();
        Caches caches = new Caches(store.transactions(), store.changes());
        FindingSnapshot snapshot = cache(caches, store, units, never).get();
        never.shutdownNow();
        caches.close();
        return snapshot.nanos() / 1e6;
    }

    private static SnapshotCache<FindingSnapshot> cache(
            Caches caches, TestStore store, UnitSource source, ScheduledExecutorService worker) {
        return FindingSnapshot.cache(caches, source, store.approvals(), store.clock(), worker);
    }

    /** Ends what a finder does by itself, as the container does. */
    public static void end(UnitFinderComponent finder) {
        finder.close();
    }

    private static List<IndexedUnit> candidates(List<Unit> units) {
        return units.stream()
                .map(unit -> new IndexedUnit(
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
        return snapshot.nanos() / 1e6;
    }

    /** What is closed is not told of changes, and can be forgotten. */
    @Override
    public void close() {
        caches.close();
    }
}
