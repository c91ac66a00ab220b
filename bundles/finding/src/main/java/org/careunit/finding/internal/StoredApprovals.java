package org.careunit.finding.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.finding.internal.index.Ages;
import org.careunit.finding.internal.problems.FindingProblem;
import org.careunit.storage.Approvals;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Right;

/** Implements the service for approved residents; announces every change, so that all nodes update their index. */
public final class StoredApprovals implements ApprovedResidents {

    private final AccessControl access;
    private final Store store;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    /** The store's services for approvals. */
    public record Store(
            Transactions transactions,
            UnitRegister units,
            Documents documents,
            Approvals approvals,
            AuditTrail audit,
            ChangeBroadcast changes) {}

    public StoredApprovals(AccessControl access, Store store, Pseudonyms pseudonyms, Clock clock) {
        this.access = access;
        this.store = store;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Approval approve(Actor actor, HsaId unit, ResidentPseudonym resident, Optional<LocalDate> until) {
        Right right = Right.ofUnits(access, actor);
        right.require(Scope.unit(unit));
        until.filter(Ages.day(clock.instant())::isAfter).ifPresent(past -> {
            throw FindingProblem.UNTIL_PAST.refusedAt("until", past);
        });
        List<ResidentHash> hashes = pseudonyms.ofResident(resident);
        Approvals.Entry entry = new Approvals.Entry(unit, hashes.get(0), until, actor.label(), clock.instant());
        return store.documents().change(Scope.unit(unit), right, () -> {
            String before = stored(unit, resident).map(StoredApprovals::words).orElse("not approved");
            hashes.subList(1, hashes.size()).forEach(older -> store.approvals().remove(unit, older));
            store.approvals().put(entry);
            announce(entry);
            String text = "from " + before + " to " + words(entry);
            record(unit, new AuditTrail.Row(actor.label(), "resident.approve", text, Optional.of(resident)));
            return approval(entry);
        });
    }

    @Override
    public void withdraw(Actor actor, HsaId unit, ResidentPseudonym resident) {
        store.documents().change(Scope.unit(unit), Right.ofUnits(access, actor), () -> {
            Approvals.Entry entry = stored(unit, resident)
                    .filter(there -> store.approvals().remove(unit, there.resident()))
                    .orElseThrow(() -> FindingProblem.NOT_APPROVED.refused(unit));
            announce(entry);
            String text = "from " + words(entry) + " to not approved";
            record(unit, new AuditTrail.Row(actor.label(), "resident.withdraw", text, Optional.of(resident)));
            return entry;
        });
    }

    private static String words(Approvals.Entry entry) {
        return "approved " + entry.lastDay().map(day -> "until " + day).orElse("without end");
    }

    private void announce(Approvals.Entry entry) {
        store.changes()
                .announce(new ChangeBroadcast.Change(
                        Scope.unit(entry.unit()), "approved", entry.resident().value()));
    }

    private void record(HsaId unit, AuditTrail.Row row) {
        store.audit().append(Scope.unit(unit), row);
    }

    /** Found under an older secret, too. */
    private Optional<Approvals.Entry> stored(HsaId unit, ResidentPseudonym resident) {
        return pseudonyms.ofResident(resident).stream()
                .flatMap(hash -> store.approvals().find(unit, hash).stream())
                .findFirst();
    }

    @Override
    public Optional<Approval> find(Actor actor, HsaId unit, ResidentPseudonym resident) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        refuseUnknown(unit);
        return stored(unit, resident)
                .map(entry -> keptByNewest(entry, pseudonyms.ofResident(resident)))
                .map(StoredApprovals::approval);
    }

    /** An approval that is found under an older secret is moved to the newest. */
    private Approvals.Entry keptByNewest(Approvals.Entry entry, List<ResidentHash> hashes) {
        if (entry.resident().equals(hashes.get(0))) {
            return entry;
        }
        Approvals.Entry again = new Approvals.Entry(
                entry.unit(), hashes.get(0), entry.lastDay(), entry.approvedBy(), entry.approvedAt());
        store.transactions().run(() -> {
            if (store.approvals().remove(entry.unit(), entry.resident())) {
                store.approvals().put(again);
                announce(again);
            }
        });
        return again;
    }

    @Override
    public List<Approval> ofUnit(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        refuseUnknown(unit);
        return store.approvals().ofUnit(unit).stream()
                .map(StoredApprovals::approval)
                .toList();
    }

    private void refuseUnknown(HsaId unit) {
        store.units().require(unit);
    }

    private static Approval approval(Approvals.Entry entry) {
        return new Approval(entry.resident(), entry.lastDay(), entry.approvedBy(), entry.approvedAt());
    }
}
