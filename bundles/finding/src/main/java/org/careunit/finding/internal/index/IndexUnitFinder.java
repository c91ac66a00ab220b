package org.careunit.finding.internal.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.Simulation;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.Approvals;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.SnapshotCache;

/** Finds units by the index in memory; residents may search for themselves only. */
public final class IndexUnitFinder implements UnitFinder {

    private static final Target PLATFORM = new Target.Platform();

    private final AccessControl access;
    private final SnapshotCache<FindingSnapshot> snapshots;
    private final Pseudonyms pseudonyms;
    private final ExposureReasons reasons;
    private final Simulator simulator;

    public IndexUnitFinder(
            AccessControl access,
            SnapshotCache<FindingSnapshot> snapshots,
            Pseudonyms pseudonyms,
            Geography geography) {
        this.access = access;
        this.snapshots = snapshots;
        this.pseudonyms = pseudonyms;
        this.reasons = new ExposureReasons(geography);
        this.simulator = new Simulator(geography);
    }

    @Override
    public List<HsaId> find(Actor actor, Search search) {
        if (!access.isPermitted(actor, Operation.OPERATE, PLATFORM)) {
            access.require(actor, Operation.SERVE_RESIDENTS, PLATFORM);
        }
        requireOwn(actor, search.resident());
        FindingSnapshot snapshot = snapshots.get();
        LocalDate day = Ages.day(SwedishTime.within("at", search.at()));
        return snapshot.index()
                .find(
                        search.resident(),
                        Ages.on(search.resident().birthDate(), day),
                        approved(snapshot, search.resident(), day),
                        search.careType().orElse(null),
                        search.words());
    }

    @Override
    public boolean exposes(Actor actor, HsaId unit, Resident resident, Instant at) {
        requireServing(actor, unit, resident);
        FindingSnapshot snapshot = snapshots.get();
        LocalDate day = Ages.day(SwedishTime.within("at", at));
        IndexedUnit found = snapshot.units().get(unit);
        return found != null
                && found.open()
                && (ExposureReasons.fits(found.area(), resident, day)
                        || approval(snapshot, unit, resident)
                                .filter(one -> holds(one, day))
                                .isPresent());
    }

    @Override
    public Exposure explain(Actor actor, HsaId unit, Resident resident, Instant at) {
        requireServing(actor, unit, resident);
        FindingSnapshot snapshot = snapshots.get();
        Optional<IndexedUnit> found = Optional.ofNullable(snapshot.units().get(unit));
        return reasons.explain(
                unit, found, approval(snapshot, unit, resident), resident, Ages.day(SwedishTime.within("at", at)));
    }

    private void requireServing(Actor actor, HsaId unit, Resident resident) {
        if (!access.isPermitted(actor, Operation.SERVE_RESIDENTS, PLATFORM)) {
            access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        }
        requireOwn(actor, resident);
    }

    private Optional<Approvals.Entry> approval(FindingSnapshot snapshot, HsaId unit, Resident resident) {
        return approvals(snapshot, resident).stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst();
    }

    @Override
    public Simulation simulate(Actor actor, HsaId unit, CatchmentArea changed) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        IndexedUnit now = snapshots.get().units().get(unit);
        if (now == null) {
            throw UnitRegister.unknown(unit);
        }
        return simulator.compare(now.area(), changed);
    }

    private void requireOwn(Actor actor, Resident resident) {
        if (actor instanceof Actor.Resident self
                && resident.pseudonym()
                        .filter(other -> !other.equals(self.pseudonym()))
                        .isPresent()) {
            access.require(actor, Operation.SERVE_ANY_RESIDENT, PLATFORM);
        }
    }

    private List<HsaId> approved(FindingSnapshot snapshot, Resident resident, LocalDate day) {
        return approvals(snapshot, resident).stream()
                .filter(approval -> holds(approval, day))
                .map(Approvals.Entry::unit)
                .toList();
    }

    private List<Approvals.Entry> approvals(FindingSnapshot snapshot, Resident resident) {
        if (resident.pseudonym().isEmpty() || snapshot.approvals().isEmpty()) {
            return List.of();
        }
        return pseudonyms.ofResident(resident.pseudonym().get()).stream()
                .flatMap(key -> snapshot.approvals().getOrDefault(key, List.of()).stream())
                .toList();
    }

    public static boolean holds(Approvals.Entry approval, LocalDate day) {
        return approval.lastDay().filter(day::isAfter).isEmpty();
    }
}
