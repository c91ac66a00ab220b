package org.careunit.casetypes.internal;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeConflictException;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.documents.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Regions' types in documents: a region's of its own, and for a unit what was handed out to it or withdrawn. */
@Component
public final class StoredCatalogue implements CaseTypeCatalogue {

    private final AccessControl access;
    private final KeptTypes kept;

    @Activate
    public StoredCatalogue(@Reference AccessControl access, @Reference KeptTypes kept) {
        this.access = access;
        this.kept = kept;
    }

    @Override
    public List<Listed> types(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return List.copyOf(kept.memory().region(region).listed().values());
    }

    @Override
    public Listed save(Actor actor, CountyCode region, CentralType type, long seen) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
        try {
            return kept.writing().transactions().call(() -> saved(actor, region, type, seen));
        } catch (StaleVersionException stale) {
            throw new CaseTypeConflictException(
                    stale.getMessage(), type, kept.memory().listed(stale.current()));
        }
    }

    @Override
    public List<Saved<CentralType>> history(Actor actor, CountyCode region, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return Versions.of(
                kept.writing().documents().history(id(region, type)),
                document -> kept.memory().listed(document).type());
    }

    @Override
    public Listed restore(Actor actor, CountyCode region, CaseTypeKey type, long version, long seen) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
        Document earlier = kept.writing()
                .documents()
                .version(id(region, type), version)
                .orElseThrow(() -> new RefusedException("There is no version " + version + " of " + type + " in region "
                        + region + ": its history says which there are"));
        return save(actor, region, kept.memory().listed(earlier).type(), seen);
    }

    @Override
    public CentralType parse(String json) {
        return kept.json().parse(CentralType.class, json);
    }

    @Override
    public String write(CentralType type) {
        return kept.json().write(type);
    }

    private static DocumentId id(CountyCode region, CaseTypeKey type) {
        return new DocumentId(Scope.region(region.value()), Memory.TYPE, type.value());
    }

    private Listed saved(Actor actor, CountyCode region, CentralType type, long seen) {
        Scope scope = Scope.region(region.value());
        DocumentId id = id(region, type.key());
        Content content = Content.published(ChoiceWriter.SHAPE, kept.json().write(type), actor.label());
        long version = kept.writing().documents().save(id, seen, content).version();
        record(scope, actor, "central-type.change", type.key() + ": version " + version);
        if (!type.forEverybody()) {
            closeElsewhere(actor, region, type);
        }
        return new Listed(type, version);
    }

    /** At units that had it because everybody did. */
    private void closeElsewhere(Actor actor, CountyCode region, CentralType type) {
        for (Document chosen : kept.writing()
                .documents()
                .newestOfAll(Scope.Level.UNIT, Memory.TYPE, type.key().value())) {
            HsaId unit = new HsaId(chosen.id().scope().id());
            if (kept.memory().choice(chosen).said().active() && isIn(region, unit)) {
                kept.writing().units().lock(unit);
                if (!kept.memory().atNow(unit).said().has(type)) {
                    close(actor, unit, type.key());
                    record(
                            Scope.unit(unit),
                            actor,
                            "case-type.withdraw",
                            type.key().value());
                }
            }
        }
    }

    private boolean isIn(CountyCode region, HsaId unit) {
        return kept.writing()
                .units()
                .find(unit)
                .filter(entry -> entry.unit().region().equals(region))
                .isPresent();
    }

    @Override
    public void handOut(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
        if (!has(region, type, unit)) {
            kept.writing().transactions().run(() -> {
                kept.writing().units().lock(unit);
                close(actor, unit, type);
                turn(actor, unit, type, true);
            });
        }
    }

    @Override
    public void withdraw(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
        if (has(region, type, unit)) {
            kept.writing().transactions().run(() -> {
                kept.writing().units().lock(unit);
                close(actor, unit, type);
                turn(actor, unit, type, false);
            });
        }
    }

    @Override
    public List<Saved<Boolean>> handOuts(Actor actor, CountyCode region, CaseTypeKey type, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        requireThere(region, type, unit);
        return Versions.of(kept.writing().documents().history(handOut(unit, type)), kept.memory()::handedOut);
    }

    private static DocumentId handOut(HsaId unit, CaseTypeKey type) {
        return new DocumentId(Scope.unit(unit), Memory.HANDED_OUT, type.value());
    }

    /** Whoever comes to have a type again, it is the unit that opens it again. */
    private void close(Actor actor, HsaId unit, CaseTypeKey type) {
        DocumentId id = ChoiceWriter.id(unit, type);
        Optional<Document> newest = kept.writing().documents().newest(id);
        newest.map(kept.memory()::choice)
                .filter(choice -> choice.said().active())
                .ifPresent(choice -> {
                    String json = kept.json()
                            .write(new UnitChoice(false, choice.said().settings()));
                    Content content = Content.published(ChoiceWriter.SHAPE, json, actor.label());
                    kept.writing().documents().save(id, choice.version(), content);
                });
    }

    private void turn(Actor actor, HsaId unit, CaseTypeKey type, boolean handedOut) {
        Scope scope = Scope.unit(unit);
        Documents documents = kept.writing().documents();
        DocumentId id = handOut(unit, type);
        long seen = documents.newest(id).map(Document::version).orElse(0L);
        String json = kept.json().write(new HandedOut(handedOut));
        documents.save(id, seen, Content.published(ChoiceWriter.SHAPE, json, actor.label()));
        record(scope, actor, handedOut ? "case-type.hand-out" : "case-type.withdraw", type.value());
    }

    private void record(Scope trail, Actor actor, String action, String text) {
        kept.writing().audit().append(trail, new AuditTrail.Row(actor.label(), action, text, Optional.empty()));
    }

    private boolean has(CountyCode region, CaseTypeKey type, HsaId unit) {
        return requireThere(region, type, unit)
                .has(kept.memory().region(region).listed().get(type).type());
    }

    /** @throws RefusedException if there is no such type, or no such unit in the region */
    private UnitTypes requireThere(CountyCode region, CaseTypeKey type, HsaId id) {
        if (!kept.memory().region(region).listed().containsKey(type)) {
            throw new RefusedException("Region " + region + " has no case type " + type);
        }
        UnitTypes unit = kept.memory().at(id).said();
        if (!unit.unit().region().equals(region)) {
            throw new RefusedException("The unit " + id + " is not in region " + region);
        }
        return unit;
    }
}
