package org.careunit.casetypes.internal.choices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsStates;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.EntryChanges;
import org.careunit.storage.documents.EntryPath;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Exports and imports a unit's choices of case types as a part of its configuration; without named residents. */
@Component
public final class CaseTypePart implements ConfigurationPart {

    private final CaseTypesContext context;
    private final ChoiceStore store;
    private final ActivationBlockers obstacles = new ActivationBlockers();

    @Activate
    public CaseTypePart(@Reference CaseTypesContext context) {
        this.context = context;
        this.store = new ChoiceStore(context);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setTerms(TermsStates present) {
        obstacles.setTerms(present);
    }

    public void unsetTerms(TermsStates gone) {
        obstacles.unsetTerms(gone);
    }

    @Override
    public String key() {
        return CaseTypeCache.TYPE;
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit) {
        return read(context.memory().atNow(unit), type -> true);
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit, Set<String> entries) {
        return read(context.memory().atNow(unit, entries), entries::contains);
    }

    private Map<String, Optional<String>> read(TypesAtUnit now, Predicate<String> asked) {
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        now.all().stream()
                .filter(known -> asked.test(known.type().key().value()))
                .forEach(known -> said.put(known.type().key().value(), exported(now.stored(), known.type())));
        return said;
    }

    private Optional<String> exported(UnitTypes unit, TypeAtUnit type) {
        return Optional.ofNullable(unit.choices().get(type.key()))
                .filter(choice -> !choice.gone())
                .map(choice -> context.json().write(choice.stored()));
    }

    /** A unit's own type, which an import creates. */
    @Override
    public boolean takesNew(String entry) {
        return new CaseTypeKey(entry).isLocal();
    }

    @Override
    public String normal(String entry, String json) {
        UnitChoice choice = parsed(json);
        OwnTypeKeys.requireName(new CaseTypeKey(entry), choice);
        return context.json().write(choice);
    }

    private UnitChoice parsed(String json) {
        return context.json().parse(UnitChoice.class, json);
    }

    @Override
    public void save(EntryChanges changes) {
        TypesAtUnit now =
                context.memory().atNow(changes.unit(), changes.entries().keySet());
        List<Revision> revisions = new ArrayList<>();
        EntryPath.each(changes.entries().keySet(), entry -> {
            CaseTypeKey key = new CaseTypeKey(entry);
            Optional<String> json = changes.entries().get(entry);
            refuse(now, key, json.isPresent());
            Content content =
                    store.kind().written(json, changes.actor().label()).in(changes.changeSet());
            DocumentId id = ChoiceStore.id(changes.unit(), key);
            revisions.add(Revision.over(id, content, new AuditNote("case-type.import", entry)));
        });
        context.writing().documents().saveAll(revisions);
    }

    private static void refuse(TypesAtUnit now, CaseTypeKey key, boolean stays) {
        if (key.isLocal() && now.find(key).isEmpty()) {
            return;
        }
        TypeAtUnit before = now.require(key);
        if (key.isLocal() && !stays && before.own().active()) {
            throw CaseTypeProblem.ACTIVE.refused();
        }
    }

    private static void refuseLocked(TypeAtUnit type, UnitChoice choice) {
        try {
            EffectiveSettings.refuseLocked(type, choice.settings());
        } catch (RefusedException locked) {
            throw locked.within("/settings");
        }
    }

    /**
     * An active type must fulfil the conditions of activation, whatever was changed in it, its terms or the settings.
     */
    @Override
    public void check(Actor actor, HsaId unit, Set<String> entries) {
        TypesAtUnit now = context.memory().atNow(unit);
        Map<String, TypeAtUnit> active = new LinkedHashMap<>();
        EntryPath.each(entries, entry -> check(now, new CaseTypeKey(entry))
                .filter(type -> type.own().active())
                .ifPresent(type -> active.put(entry, type)));
        Map<CaseTypeKey, List<Problem>> found = obstacles.of(actor, unit, active.values());
        EntryPath.each(
                active.keySet(), entry -> refuse(found.get(active.get(entry).key())));
    }

    /** The type as it is now; empty for one of its own that the unit took away. */
    private static Optional<TypeAtUnit> check(TypesAtUnit now, CaseTypeKey key) {
        if (now.stored().removed().contains(key)) {
            return Optional.empty();
        }
        TypeAtUnit type = now.require(key);
        if (key.isLocal()) {
            OwnTypeKeys.requireNotTooMany(now.stored());
        }
        refuseLocked(type, type.own());
        return Optional.of(type);
    }

    private static void refuse(List<Problem> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new RefusedException(
                    obstacles.stream().map(CaseTypePart::ofActive).toList(), null);
        }
    }

    private static Problem ofActive(Problem obstacle) {
        return new Problem(obstacle.code(), "/active", obstacle.parameters(), obstacle.swedish(), obstacle.english());
    }
}
