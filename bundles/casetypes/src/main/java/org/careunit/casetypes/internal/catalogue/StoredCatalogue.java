package org.careunit.casetypes.internal.catalogue;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.choices.CaseTypeCache;
import org.careunit.casetypes.internal.choices.ChoiceStore;
import org.careunit.casetypes.internal.choices.UnitTypes;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.json.RecordJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stores the catalogues of regions as documents, and which types were handed out to units or withdrawn. */
@Component
public final class StoredCatalogue implements CaseTypeCatalogue {

    private final AccessControl access;
    private final CaseTypesContext context;
    private final ChoiceStore choices;
    private final DocumentRepository<CentralType> types;
    private final DocumentRepository<Boolean> handOuts;

    @Activate
    public StoredCatalogue(@Reference AccessControl access, @Reference CaseTypesContext context) {
        this.access = access;
        this.context = context;
        choices = new ChoiceStore(context);
        RecordJson json = context.json();
        Documents documents = context.writing().documents();
        types = new DocumentRepository<>(
                documents,
                new DocumentKind<>(
                        CaseTypeCache.TYPE,
                        ChoiceStore.SHAPE,
                        json::write,
                        text -> json.stored(CentralType.class, null, text)));
        handOuts = new DocumentRepository<>(
                documents,
                new DocumentKind<>(
                        CaseTypeCache.HANDED_OUT,
                        ChoiceStore.SHAPE,
                        handedOut -> json.write(new HandOut(handedOut)),
                        text -> json.stored(HandOut.class, null, text).handedOut()));
    }

    @Override
    public List<Versioned<CentralType>> types(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return List.copyOf(context.memory().region(region).listed().values());
    }

    @Override
    public Versioned<CentralType> save(Actor actor, CountyCode region, CentralType type, long expectedVersion) {
        Right right = Right.ofRegions(access, actor);
        Scope scope = Scope.region(region.value());
        return context.writing().documents().change(scope, right, () -> saved(right, scope, type, expectedVersion));
    }

    private Versioned<CentralType> saved(Right right, Scope region, CentralType type, long expectedVersion) {
        AuditNote auditNote = new AuditNote("central-type.change", type.key().value());
        Edit edit = Edit.of(id(region, type.key()), right, expectedVersion, auditNote);
        long version = types.save(
                        edit,
                        () -> Optional.of(type),
                        (current, stale) -> stale.between(type, context.memory().listed(stale.newest())))
                .version();
        if (!type.forEverybody()) {
            closeElsewhere(right.actor(), region, type);
        }
        return new Versioned<>(type, version);
    }

    @Override
    public List<Saved<CentralType>> history(Actor actor, CountyCode region, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return types.history(id(Scope.region(region.value()), type));
    }

    @Override
    public Versioned<CentralType> restore(
            Actor actor, CountyCode region, CaseTypeKey type, long version, long expectedVersion) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
        CentralType earlier = types.version(id(Scope.region(region.value()), type), version)
                .orElseThrow(() -> CaseTypeProblem.NO_REGION_VERSION.refused(version, type, region));
        return save(actor, region, earlier, expectedVersion);
    }

    @Override
    public CentralType parse(String json) {
        return context.json().parse(CentralType.class, json);
    }

    @Override
    public String write(CentralType type) {
        return context.json().write(type);
    }

    private static DocumentId id(Scope region, CaseTypeKey type) {
        return new DocumentId(region, CaseTypeCache.TYPE, type.value());
    }

    /** At units that had it because everybody did. */
    private void closeElsewhere(Actor actor, Scope region, CentralType type) {
        CountyCode code = new CountyCode(region.id());
        Documents documents = context.writing().documents();
        for (Document chosen : documents.newestOfAll(
                Scope.Level.UNIT, CaseTypeCache.TYPE, type.key().value())) {
            HsaId unit = new HsaId(chosen.id().scope().id());
            if (context.memory().choice(chosen).stored().active() && isIn(code, unit)) {
                context.writing().units().lock(unit);
                if (!context.memory().atNow(unit).stored().has(type)) {
                    AuditNote auditNote =
                            new AuditNote("case-type.withdraw", type.key().value());
                    choices.close(unit, type.key(), actor.label(), Optional.of(auditNote));
                }
            }
        }
    }

    private boolean isIn(CountyCode region, HsaId unit) {
        return context.writing()
                .units()
                .find(unit)
                .filter(entry -> entry.unit().region().equals(region))
                .isPresent();
    }

    @Override
    public void handOut(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit) {
        hand(actor, region, new HandOutChange(type, unit, true));
    }

    @Override
    public void withdraw(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit) {
        hand(actor, region, new HandOutChange(type, unit, false));
    }

    /** Effect of handing out or withdrawing at a unit. */
    private record HandOutChange(CaseTypeKey type, HsaId unit, boolean out) {

        private DocumentId id() {
            return handOut(unit, type);
        }
    }

    /** Needs the right of the region, under the lock of the unit. */
    private void hand(Actor actor, CountyCode region, HandOutChange handing) {
        Right right = new Right(access, actor, Operation.CHANGE_REGION, unit -> new Target.Region(region));
        Scope scope = Scope.unit(handing.unit());
        right.require(scope);
        if (has(region, handing.type(), handing.unit()) == handing.out()) {
            return;
        }
        context.writing().documents().change(scope, right, () -> {
            choices.close(handing.unit(), handing.type(), actor.label(), Optional.empty());
            String action = handing.out() ? "case-type.hand-out" : "case-type.withdraw";
            return context.writing()
                    .documents()
                    .save(Revision.over(
                            handing.id(),
                            handOuts.kind().content(Optional.of(handing.out()), actor.label()),
                            new AuditNote(action, handing.type().value())));
        });
    }

    @Override
    public List<Saved<Boolean>> handOuts(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        requireThere(region, type, unit);
        return handOuts.history(handOut(unit, type));
    }

    private static DocumentId handOut(HsaId unit, CaseTypeKey type) {
        return new DocumentId(Scope.unit(unit), CaseTypeCache.HANDED_OUT, type.value());
    }

    private boolean has(CountyCode region, CaseTypeKey type, HsaId unit) {
        return requireThere(region, type, unit)
                .has(context.memory().region(region).listed().get(type).content());
    }

    /** @throws RefusedException if there is no such type, or no such unit in the region */
    private UnitTypes requireThere(CountyCode region, CaseTypeKey type, HsaId id) {
        if (!context.memory().region(region).listed().containsKey(type)) {
            throw CaseTypeProblem.NOT_IN_REGION.refused(region, type);
        }
        UnitTypes unit = context.memory().at(id).stored();
        if (!unit.unit().region().equals(region)) {
            throw CaseTypeProblem.UNIT_ELSEWHERE.refused(id, region);
        }
        return unit;
    }
}
