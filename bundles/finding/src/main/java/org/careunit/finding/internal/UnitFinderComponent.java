package org.careunit.finding.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.api.access.AccessControl;
import org.careunit.api.finding.Explanation;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.Simulation;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.storage.Approvals;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.cache.Changes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service that host modules call; fills its memory in the background as soon as the store is there. */
@Component(service = {UnitFinder.class, UnitFinderComponent.class})
public final class UnitFinderComponent implements UnitFinder {

    private static final Logger LOG = LoggerFactory.getLogger(UnitFinderComponent.class);
    private static final int MINUTES_BETWEEN_NAMES = 10;

    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Refreshing.named("careunit-finding"));
    private final ScheduledExecutorService asker =
            Executors.newSingleThreadScheduledExecutor(Refreshing.named("careunit-finding-names"));
    private final Refreshing refreshing;
    private final UnitFinder finder;
    private final Runnable endListening;

    @Activate
    public UnitFinderComponent(
            @Reference AccessControl access,
            @Reference StoredUnits units,
            @Reference Approvals approvals,
            @Reference Pseudonyms pseudonyms,
            @Reference Changes changes,
            @Reference Geography geography,
            @Reference(target = "(careunit=internal)") Clock clock) {
        refreshing = new Refreshing(units, approvals, clock, worker);
        finder = new MemoryFinder(access, refreshing, pseudonyms, geography);
        endListening = changes.listen(refreshing);
        refreshing.refresh();
        asker.scheduleWithFixedDelay(() -> askDirectory(units), 1, MINUTES_BETWEEN_NAMES, TimeUnit.MINUTES);
    }

    /** The directory remembers its answers, so most of the time nothing is asked over the wire. */
    private void askDirectory(StoredUnits units) {
        try {
            if (units.askDirectory()) {
                refreshing.refresh();
            }
        } catch (RuntimeException failure) {
            LOG.debug("What EK calls the units was not found out; it is asked again", failure);
        }
    }

    @Deactivate
    void close() {
        endListening.run();
        worker.shutdownNow();
        asker.shutdownNow();
    }

    Refreshing refreshing() {
        return refreshing;
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
    public Explanation explain(Actor actor, HsaId unit, Resident resident, Instant at) {
        return finder.explain(actor, unit, resident, at);
    }

    @Override
    public Simulation simulate(Actor actor, HsaId unit, CatchmentArea changed) {
        return finder.simulate(actor, unit, changed);
    }
}
