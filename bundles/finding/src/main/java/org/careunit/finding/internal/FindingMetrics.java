package org.careunit.finding.internal;

import java.util.List;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.operations.Metrics;
import org.careunit.storage.cache.SnapshotCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Metrics of the index: its size and the time to build it; -1 until it is built. */
@Component
public final class FindingMetrics implements Metrics {

    private final SnapshotCache<FindingSnapshot> snapshots;

    @Activate
    public FindingMetrics(@Reference UnitFinderComponent finder) {
        this(finder.snapshots());
    }

    FindingMetrics(SnapshotCache<FindingSnapshot> snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public List<Figure> read() {
        boolean filled = snapshots.isFilled();
        return List.of(
                new Figure(
                        "finding.units",
                        "units",
                        filled ? snapshots.get().index().units() : -1),
                new Figure(
                        "finding.rules",
                        "rules",
                        filled ? snapshots.get().index().rules() : -1),
                new Figure("finding.rebuild", "ms", filled ? snapshots.get().nanos() / 1e6 : -1));
    }
}
