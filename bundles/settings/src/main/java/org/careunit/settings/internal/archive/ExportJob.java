package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.api.identity.HsaId;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.SectionStores;
import org.careunit.settings.internal.sections.UnitSections;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.Cases;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a unit's archive run slice by slice: cases into a package, the package into the archive, the host's
 * confirmation. The progress is stored with each slice's outcome, so an interrupted slice is repeated.
 */
@Component(service = JobHandler.class)
public final class ExportJob implements JobHandler {

    static final Duration WAIT = Duration.ofMinutes(5);

    /** Pause while a service is absent, as right after a start. */
    static final Duration SOON = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_PROBLEM = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);

    private final ArchiveRecords records;
    private final SettingsContext context;
    private final ExportRuns runs;
    private final HostCalls calls;
    private final CollectCases collect;
    private final DeliverPackage deliver;
    private final ConfirmCases confirm;

    @Activate
    public ExportJob(
            @Reference ArchiveRecords records,
            @Reference SettingsContext context,
            @Reference Cases cases,
            @Reference Jobs jobs,
            @Reference ArchiveRunsMetrics metrics,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this(new Parts(records, cases, jobs, metrics, clock), context, new HostCalls(PATIENCE));
    }

    ExportJob(Parts parts, SettingsContext context, HostCalls calls) {
        this.records = parts.records();
        this.context = context;
        this.calls = calls;
        UnitSections.Store store = context.store();
        runs = new ExportRuns(records, store.stores().units(), parts.jobs(), parts.clock());
        HostCases host = new HostCases(context.optionalServices(), calls);
        EffectiveSection effective = new EffectiveSection(store.stores());
        collect = new CollectCases(
                parts,
                store.stores().units(),
                unit -> effective.names(unit, store.names()).shown(unit.name()),
                context.optionalServices(),
                host);
        deliver = new DeliverPackage(records, parts.clock());
        confirm = new ConfirmCases(parts, host, store.audit());
    }

    @Deactivate
    public void close() {
        calls.close();
    }

    @Override
    public String type() {
        return ExportRuns.TYPE;
    }

    @Override
    public Priority priority() {
        return Priority.ARCHIVE;
    }

    @Override
    public int workersPerDestination() {
        return 2;
    }

    @Override
    public JobOutcome run(Job job) {
        Optional<StoredRun> open = runs.open(unit(job));
        if (open.isEmpty() || open.get().run().stage() == Stage.FAILED) {
            return JobOutcome.done();
        }
        if (isSimulating(open.get().unit())) {
            return JobOutcome.notNow("The unit simulates", WAIT);
        }
        ArchiveGateway gateway = context.optionalServices().archives().orElse(null);
        if (gateway == null) {
            return JobOutcome.notNow("No archive is installed now", SOON);
        }
        try {
            return slice(job, open.get(), gateway);
        } catch (PackageLostException lost) {
            LOG.warn(
                    "{}; the run of unit {} begins anew",
                    lost.getMessage(),
                    open.get().unit());
            return restart(open.get());
        } catch (UnavailableException notNow) {
            return JobOutcome.notNow(notNow.getMessage(), isWhole(open.get(), gateway) ? WAIT : SOON);
        } catch (HostFaultException fault) {
            return JobOutcome.tryLater(fault.getMessage());
        }
    }

    private boolean isSimulating(HsaId unit) {
        SectionStores stores = context.store().stores();
        return stores.units()
                .find(unit)
                .map(UnitRegister.Entry::unit)
                .filter(known -> SimulatingUnits.contains(stores, known))
                .isPresent();
    }

    private JobOutcome slice(Job job, StoredRun stored, ArchiveGateway gateway) {
        return switch (stored.run().stage()) {
            case COLLECT -> collect.slice(stored, gateway);
            case FINISH -> deliver.finish(stored, collect.info(stored), gateway);
            case DELIVER -> deliver.slice(stored, collect.info(stored), gateway, job.lease()::isHeld);
            case CONFIRM -> confirm.slice(stored, collect.info(stored), gateway);
            case DONE, CANCELLED, FAILED -> JobOutcome.done();
        };
    }

    /** Whether all services that a run needs are present, and the unit's region has a target. */
    private boolean isWhole(StoredRun stored, ArchiveGateway gateway) {
        return context.optionalServices().closedCases.get() != null
                && context.optionalServices().acceptance.get() != null
                && gateway.target(collect.info(stored).region()).isPresent();
    }

    private JobOutcome restart(StoredRun stored) {
        StoredRun begun = stored.restarted();
        return new JobOutcome.Continue("", "begins anew", () -> {
            records.removeUnconfirmed(stored);
            records.update(begun);
        });
    }

    @Override
    public void gaveUp(Job job, String reason) {
        runs.open(unit(job))
                .ifPresent(stored -> records.update(
                        stored.with(stored.run().at(Stage.FAILED).withProblem(Optional.of(shortened(reason))))));
    }

    @Override
    public void cancelled(Job job) {
        runs.open(unit(job)).ifPresent(runs::cancelled);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
    }

    private static HsaId unit(Job job) {
        return new HsaId(job.id().key());
    }

    /** The store's services that the stages share. */
    record Parts(ArchiveRecords records, Cases cases, Jobs jobs, ArchiveRunsMetrics metrics, Clock clock) {}
}
