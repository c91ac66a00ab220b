package org.careunit.finding.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.storage.Approvals;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the service for approved residents to host modules. */
@Component
public final class ApprovedResidentsComponent implements ApprovedResidents {

    private final ApprovedResidents approvals;

    @Activate
    public ApprovedResidentsComponent(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Documents documents,
            @Reference Approvals stored,
            @Reference AuditTrail audit,
            @Reference ChangeBroadcast changes,
            @Reference Pseudonyms pseudonyms,
            @Reference(target = "(careunit=internal)") Clock clock) {
        StoredApprovals.Store store = new StoredApprovals.Store(transactions, units, documents, stored, audit, changes);
        approvals = new StoredApprovals(access, store, pseudonyms, clock);
    }

    @Override
    public Approval approve(Actor actor, HsaId unit, ResidentPseudonym resident, Optional<LocalDate> until) {
        return approvals.approve(actor, unit, resident, until);
    }

    @Override
    public void withdraw(Actor actor, HsaId unit, ResidentPseudonym resident) {
        approvals.withdraw(actor, unit, resident);
    }

    @Override
    public Optional<Approval> find(Actor actor, HsaId unit, ResidentPseudonym resident) {
        return approvals.find(actor, unit, resident);
    }

    @Override
    public List<Approval> ofUnit(Actor actor, HsaId unit) {
        return approvals.ofUnit(actor, unit);
    }
}
