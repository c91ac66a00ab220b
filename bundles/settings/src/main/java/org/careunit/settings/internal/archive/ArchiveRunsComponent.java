package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.UnitSections;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Right;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the archive runs of units: their dates and states, and the operators' actions. */
@Component
public final class ArchiveRunsComponent implements ArchiveRuns {

    /** Enough for a run a day for thirty years. */
    private static final int MOST_RUNS = 10_000;

    private final AccessControl access;
    private final UnitSections.Store store;
    private final OptionalServices optionalServices;
    private final ArchiveCalendar calendar;
    private final ArchiveRecords records;
    private final ExportRuns runs;

    @Activate
    public ArchiveRunsComponent(
            @Reference AccessControl access,
            @Reference SettingsContext context,
            @Reference ArchiveRecords records,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.access = access;
        this.records = records;
        store = context.store();
        optionalServices = context.optionalServices();
        calendar = new ArchiveCalendar(optionalServices, new EffectiveSection(store.stores()));
        runs = new ExportRuns(records, store.stores().units(), jobs, clock);
    }

    @Override
    public Status status(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return calendar.of(store.stores().units().require(unit));
    }

    @Override
    public void runNow(Actor actor, HsaId unit) {
        Right right = Right.ofUnits(access, actor);
        right.require(Scope.unit(unit));
        CareUnit found = store.stores().units().require(unit);
        ArchiveGateway gateway = optionalServices
                .archives()
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.ARCHIVE, "No archive is installed, so nothing can be exported to one"));
        if (gateway.target(found.region()).isEmpty()) {
            throw new UnavailableException(
                    UnavailableProblem.ARCHIVE,
                    "No archive is set up for region " + found.region() + ": configure one in careunit.archive");
        }
        if (SimulatingUnits.contains(store.stores(), found)) {
            throw SettingsProblem.SIMULATES.refused();
        }
        store.stores().documents().change(Scope.unit(unit), right, () -> {
            runs.start(unit, actor.label());
            store.audit().append(unit, actor.label(), "archive.run", "an export was asked for");
            return found;
        });
    }

    @Override
    public Page<ArchiveRun> runs(Actor actor, HsaId unit, PageRequest page) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        store.stores().units().require(unit);
        List<ArchiveRun> all =
                records.ofUnit(unit, MOST_RUNS).stream().map(StoredRun::run).toList();
        return Page.of(all, ArchiveRun::packageName, page);
    }

    @Override
    public Page<LeftOut> leftOut(Actor actor, HsaId unit, PageRequest page) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        store.stores().units().require(unit);
        Optional<StoredRun> newest = records.ofUnit(unit, 1).stream().findFirst();
        page.after().ifPresent(after -> requireLeftOut(newest, unit, after));
        List<LeftOut> read = newest.stream()
                .flatMap(run -> records.leftOut(run, page.after().orElse(""), page.limit() + 1).stream())
                .map(one -> new LeftOut(one.caseId(), one.fault().orElseThrow()))
                .toList();
        return Page.ofRead(read, LeftOut::caseId, page);
    }

    /** @throws RefusedException if the run left out no such case, so that the list has no such row */
    private void requireLeftOut(Optional<StoredRun> run, HsaId unit, String caseId) {
        if (run.isEmpty() || !isCaseId(unit, caseId) || !records.isLeftOut(run.get(), caseId)) {
            throw PageRequest.unreadable();
        }
    }

    @SuppressWarnings("UnusedException") // its message repeats what somebody wrote
    private static boolean isCaseId(HsaId unit, String caseId) {
        try {
            return new CaseRef(unit, caseId).id().equals(caseId);
        } catch (RefusedException otherForm) {
            return false;
        }
    }

    @Override
    public boolean cancel(Actor actor, HsaId unit) {
        access.require(actor, Operation.OPERATE, new Target.Platform());
        store.stores().units().require(unit);
        return store.transactions().call(() -> {
            boolean cancelled = runs.cancel(unit);
            if (cancelled) {
                store.audit().append(unit, actor.label(), "archive.cancel", "the run was cancelled");
            }
            return cancelled;
        });
    }

    @Override
    public boolean retry(Actor actor, HsaId unit) {
        access.require(actor, Operation.OPERATE, new Target.Platform());
        store.stores().units().require(unit);
        return store.transactions().call(() -> {
            boolean started = runs.retry(unit);
            if (started) {
                store.audit().append(unit, actor.label(), "archive.retry", "the run was started again");
            }
            return started;
        });
    }
}
