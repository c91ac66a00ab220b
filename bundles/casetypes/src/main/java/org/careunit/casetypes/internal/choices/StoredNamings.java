package org.careunit.casetypes.internal.choices;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;
import org.careunit.storage.Namings;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Right;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Implements the service for named residents; announces every change, so that all nodes read it again. */
@Component
public final class StoredNamings implements NamedResidents {

    private final AccessControl access;
    private final CaseTypesContext context;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    @Activate
    public StoredNamings(
            @Reference AccessControl access,
            @Reference CaseTypesContext context,
            @Reference Pseudonyms pseudonyms,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.access = access;
        this.context = context;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public void name(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident) {
        Right right = required(actor, unit, type);
        List<ResidentHash> hashes = pseudonyms.ofResident(resident);
        Namings namings = context.writing().namings();
        context.writing().documents().change(Scope.unit(unit), right, () -> {
            // kept by the newest secret alone
            hashes.subList(1, hashes.size()).forEach(older -> namings.remove(unit, type, older));
            boolean added = namings.add(new Namings.Entry(unit, type, hashes.get(0), actor.label(), clock.instant()));
            if (added) {
                audit(actor, unit, type, "resident.name", resident);
            }
            return added;
        });
    }

    @Override
    public void remove(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident) {
        Right right = required(actor, unit, type);
        context.writing().documents().change(Scope.unit(unit), right, () -> {
            long removed = pseudonyms.ofResident(resident).stream()
                    .filter(hash -> context.writing().namings().remove(unit, type, hash))
                    .count();
            if (removed == 0) {
                throw CaseTypeProblem.NOT_NAMED.refused(type, unit);
            }
            audit(actor, unit, type, "resident.unname", resident);
            return removed;
        });
    }

    /** The right that the change needs, checked here and again under its lock. */
    private Right required(Actor actor, HsaId unit, CaseTypeKey type) {
        Right right = Right.ofUnits(access, actor);
        right.require(Scope.unit(unit));
        context.memory().at(unit).require(type);
        return right;
    }

    private void audit(Actor actor, HsaId unit, CaseTypeKey type, String action, ResidentPseudonym resident) {
        Scope scope = Scope.unit(unit);
        context.writing().changes().announce(new ChangeBroadcast.Change(scope, CaseTypeCache.NAMED, type.value()));
        AuditTrail.Row row = new AuditTrail.Row(actor.label(), action, type.value(), Optional.of(resident));
        context.writing().audit().append(scope, row);
    }

    @Override
    public List<Named> ofType(Actor actor, HsaId unit, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        context.memory().at(unit).require(type);
        return context.writing().namings().ofUnit(unit).stream()
                .filter(entry -> entry.type().equals(type))
                .map(entry -> new Named(entry.resident(), entry.namedBy(), entry.namedAt()))
                .toList();
    }
}
