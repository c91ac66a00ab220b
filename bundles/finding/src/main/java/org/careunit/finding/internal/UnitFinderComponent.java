package org.careunit.finding.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.careunit.api.access.AccessControl;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.Simulation;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.finding.internal.index.IndexUnitFinder;
import org.careunit.finding.internal.index.StoredUnits;
import org.careunit.operations.DaemonThreads;
import org.careunit.storage.Approvals;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.SnapshotCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Provides the service for finding units to host modules; builds its index in the background. */
@Component(service = {UnitFinder.class, UnitFinderComponent.class})
public final class UnitFinderComponent implements UnitFinder {

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-finding"));
    private final Caches caches;
    private final SnapshotCache<FindingSnapshot> snapshots;
    private final UnitFinder finder;

    @Activate
    public UnitFinderComponent(
            @Reference AccessControl access,
            @Reference StoredUnits units,
            @Reference Approvals approvals,
            @Reference Transactions transactions,
            @Reference Pseudonyms pseudonyms,
            @Reference ChangeBroadcast changes,
            @Reference Geography geography,
            @Reference(target = "(careunit=internal)") Clock clock) {
        caches = new Caches(transactions, changes);
        snapshots = FindingSnapshot.cache(caches, units, approvals, clock, worker);
        finder = new IndexUnitFinder(access, snapshots, pseudonyms, geography);
        snapshots.refresh();
    }

    @Deactivate
    void close() {
        caches.close();
        worker.shutdownNow();
    }

    /** Whether the index includes all committed changes. */
    public boolean isCurrent() {
        return snapshots.isCurrent();
    }

    SnapshotCache<FindingSnapshot> snapshots() {
        return snapshots;
    }

    @Override
    public List<HsaId> find(Actor actor, Search search) {
        return finder.find(actor, search);
    }

    @Override
    public boolean exposes(Actor actor, HsaId unit, Resident resident, Instant at) {
        return finder.exposes(actor, unit, resident, at);
    }

    @Override
    public Exposure explain(Actor actor, HsaId unit, Resident resident, Instant at) {
        return finder.explain(actor, unit, resident, at);
    }

    @Override
    public Simulation simulate(Actor actor, HsaId unit, CatchmentArea changed) {
        return finder.simulate(actor, unit, changed);
    }
}
