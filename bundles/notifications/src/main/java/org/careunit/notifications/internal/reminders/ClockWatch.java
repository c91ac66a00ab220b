package org.careunit.notifications.internal.reminders;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.DaemonThreads;
import org.careunit.storage.DueCases;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the units whose clocks were calculated by other settings than those in force, and adds a job for each: shortly
 * after a change is announced, and every minute, since the node that heard of it may have died.
 */
@Component(service = JobHandler.class)
public final class ClockWatch extends RecurringSweep implements ChangeBroadcast.Listener {

    static final JobId JOB = JobId.of("watch-clocks", "settings");

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long GATHER_MILLIS = 100;
    private static final Set<String> KINDS =
            Set.of("settings", "default", "region", "case-type", "case-type-handed-out", "unit");

    private final UnitRegister units;
    private final DueCases dues;
    private final CaseSchedule schedule;
    private final Jobs jobs;
    private final Clock clock;
    private final ScheduledExecutorService worker;
    private final Runnable stopListening;
    private final Set<Scope> changed = new HashSet<>();
    private boolean looking;

    @Activate
    public ClockWatch(
            @Reference UnitRegister units,
            @Reference DueCases dues,
            @Reference CaseSchedule schedule,
            @Reference Jobs jobs,
            @Reference ChangeBroadcast changes,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.units = units;
        this.dues = dues;
        this.schedule = schedule;
        this.jobs = jobs;
        this.clock = clock;
        worker = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-clocks"));
        stopListening = changes.listen(this);
    }

    @Deactivate
    public void close() {
        stopListening.run();
        worker.shutdownNow();
    }

    @Override
    public JobOutcome run(Job job) {
        look(unit -> true);
        return JobOutcome.again(clock.instant().plus(PAUSE));
    }

    @Override
    public void changed(Change change) {
        if (!KINDS.contains(change.kind())) {
            return;
        }
        synchronized (changed) {
            if (changed.isEmpty() && !worker.isShutdown()) {
                worker.schedule(this::lookAtChanged, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
            changed.add(change.scope());
        }
    }

    /** The next look at all units finds what was changed meanwhile. */
    @Override
    public void noticesLost() {}

    private void lookAtChanged() {
        Set<Scope> scopes;
        synchronized (changed) {
            scopes = Set.copyOf(changed);
            changed.clear();
            looking = true;
        }
        try {
            look(unit -> scopes.contains(Scope.unit(unit.id()))
                    || scopes.contains(Scope.region(unit.region().value())));
        } catch (CareunitException notNow) {
            LOG.debug("The next look at all units finds what was changed", notNow);
        } finally {
            synchronized (changed) {
                looking = false;
            }
        }
    }

    /** Whether all changes that were announced here have been looked at. */
    public boolean isCurrent() {
        synchronized (changed) {
            return changed.isEmpty() && !looking;
        }
    }

    private void look(Predicate<CareUnit> concerned) {
        Map<HsaId, String> calculatedBy = dues.calculatedBy();
        List<HsaId> behind = units.all().stream()
                .map(UnitRegister.Entry::unit)
                .filter(concerned)
                .map(CareUnit::id)
                .filter(unit -> isBehind(unit, Optional.ofNullable(calculatedBy.get(unit))))
                .toList();
        if (!behind.isEmpty()) {
            jobs.add(behind.stream().map(RecalculateClocks::job).toList());
            LOG.info("The clocks of {} units are calculated anew, since what they run by has changed", behind.size());
        }
    }

    private boolean isBehind(HsaId unit, Optional<String> calculatedBy) {
        try {
            return !calculatedBy.equals(Optional.of(schedule.fingerprint(unit)));
        } catch (CareunitException notNow) {
            LOG.debug("What the clocks of {} run by cannot be said now", unit, notNow);
            return false;
        }
    }
}
