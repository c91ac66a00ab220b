package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.time.SwedishTime;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.sections.UnitSections;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hourly job that starts the due archive runs, and resumes runs whose job was stopped. */
@Component(service = JobHandler.class)
public final class ArchiveSchedule extends RecurringSweep {

    static final JobId JOB = JobId.of("archive-schedule", "hourly");

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final String ASKED_BY = "system:schedule";
    private static final int ALL = 100_000;

    private final ArchiveRecords records;
    private final SettingsContext context;
    private final ExportRuns runs;
    private final Clock clock;

    @Activate
    public ArchiveSchedule(
            @Reference ArchiveRecords records,
            @Reference SettingsContext context,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.records = records;
        this.context = context;
        this.clock = clock;
        runs = new ExportRuns(records, context.store().stores().units(), jobs, clock);
    }

    @Override
    public JobOutcome run(Job job) {
        Set<HsaId> open = new HashSet<>();
        records.unfinished(ALL).forEach(stored -> {
            open.add(stored.unit());
            if (stored.run().stage() != Stage.FAILED) {
                context.store().transactions().run(() -> runs.addJob(stored.unit()));
            }
        });
        boolean hostIsThere = context.optionalServices().closedCases.get() != null;
        context.optionalServices()
                .archives()
                .filter(gateway -> hostIsThere)
                .ifPresent(gateway -> startDue(gateway, open));
        return JobOutcome.again(clock.instant().plus(PAUSE));
    }

    private void startDue(ArchiveGateway gateway, Set<HsaId> open) {
        UnitSections.Store store = context.store();
        Map<HsaId, ArchiveExport> says =
                new EffectiveSection(store.stores()).everywhere(SectionForms.ofUnit(ArchiveExport.class));
        Set<HsaId> simulating = SimulatingUnits.of(store.stores());
        Map<HsaId, Instant> last = records.lastDone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
        for (UnitRegister.Entry entry : store.stores().units().all()) {
            CareUnit unit = entry.unit();
            boolean isDue = unit.state() != CareUnit.State.REGISTERED
                    && !simulating.contains(unit.id())
                    && says.containsKey(unit.id())
                    && isDue(says.get(unit.id()), Optional.ofNullable(last.get(unit.id())), today);
            if (isDue
                    && !open.contains(unit.id())
                    && gateway.target(unit.region()).isPresent()) {
                store.transactions().run(() -> runs.start(unit.id(), ASKED_BY));
            }
        }
    }

    private static boolean isDue(ArchiveExport says, Optional<Instant> last, LocalDate today) {
        return last.map(at -> says.nextAfter(LocalDate.ofInstant(at, SwedishTime.ZONE)))
                .filter(next -> next.isAfter(today))
                .isEmpty();
    }
}
