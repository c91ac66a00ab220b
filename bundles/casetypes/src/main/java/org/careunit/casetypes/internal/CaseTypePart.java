package org.careunit.casetypes.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsStates;
import org.careunit.casetypes.internal.KeptTypes.Writing;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What a unit has decided of its case types, as a part of its configuration; residents who are named for a type stay out. */
@Component
public final class CaseTypePart implements ConfigurationPart {

    private final AccessControl access;
    private final KeptTypes kept;
    private final ChoiceWriter writer;
    private final Obstacles obstacles = new Obstacles();

    @Activate
    public CaseTypePart(@Reference AccessControl access, @Reference KeptTypes kept) {
        this.access = access;
        this.kept = kept;
        this.writer = new ChoiceWriter(kept);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setTerms(TermsStates present) {
        obstacles.come(present);
    }

    public void unsetTerms(TermsStates gone) {
        obstacles.go(gone);
    }

    @Override
    public String key() {
        return Memory.TYPE;
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit) {
        return read(kept.memory().atNow(unit), type -> true);
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit, Set<String> entries) {
        return read(kept.memory().atNow(unit, entries), entries::contains);
    }

    private Map<String, Optional<String>> read(TypesAtUnit now, Predicate<String> asked) {
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        now.all().stream()
                .filter(known -> asked.test(known.type().key().value()))
                .forEach(known -> said.put(known.type().key().value(), said(now.said(), known.type())));
        return said;
    }

    private Optional<String> said(UnitTypes unit, TypeAtUnit type) {
        return Optional.ofNullable(unit.choices().get(type.key()))
                .filter(choice -> !choice.gone())
                .map(choice -> kept.json().write(choice.said()));
    }

    /** A type of the unit's own, which it makes by saying it. */
    @Override
    public boolean takesNew(String entry) {
        return new CaseTypeKey(entry).isLocal();
    }

    @Override
    public String normal(String entry, String json) {
        UnitChoice choice = parsed(json);
        OwnTypes.requireName(new CaseTypeKey(entry), choice);
        return kept.json().write(choice);
    }

    private UnitChoice parsed(String json) {
        return kept.json().parse(UnitChoice.class, json);
    }

    @Override
    public void save(Actor actor, HsaId unit, String entry, Optional<String> json, UUID changeSet) {
        access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit));
        Writing writing = kept.writing();
        writing.units().lock(unit);
        CaseTypeKey key = new CaseTypeKey(entry);
        Optional<UnitChoice> choice = json.map(this::parsed);
        refuse(unit, key, choice);
        DocumentId id = ChoiceWriter.id(unit, key);
        long seen = writing.documents().newest(id).map(Document::version).orElse(0L);
        Content content = choice.map(said -> writer.content(said, actor)).orElseGet(() -> ChoiceWriter.gone(actor));
        long version = writing.documents().save(id, seen, content.in(changeSet)).version();
        writing.audit()
                .append(
                        unit,
                        actor.label(),
                        "case-type.import",
                        entry + ": version " + version + ", change set " + changeSet);
    }

    private void refuse(HsaId unit, CaseTypeKey key, Optional<UnitChoice> choice) {
        TypesAtUnit now = kept.memory().atNow(unit, Set.of(key.value()));
        if (key.isLocal() && now.find(key).isEmpty()) {
            OwnTypes.requireRoom(kept.memory().atNow(unit).said());
            return;
        }
        TypeAtUnit before = now.require(key);
        choice.ifPresent(said -> refuseLocked(before, said));
        if (key.isLocal() && choice.isEmpty() && before.own().active()) {
            throw new RefusedException("the type is active: deactivate it before it is taken away");
        }
    }

    private static void refuseLocked(TypeAtUnit type, UnitChoice choice) {
        Effective.locked(type, choice.settings()).ifPresent(said -> {
            throw new RefusedException("/settings/" + said.component() + ": the region has locked this of " + type.key()
                    + ": leave it out, and what the region says holds");
        });
    }

    /** An active type is held to what activating it takes, whatever was saved of it, its terms and the settings. */
    @Override
    public void check(Actor actor, HsaId unit, String entry) {
        CaseTypeKey key = new CaseTypeKey(entry);
        TypesAtUnit now = kept.memory().atNow(unit, Set.of(entry));
        if (now.said().removed().contains(key)) {
            return;
        }
        TypeAtUnit type = now.require(key);
        refuseLocked(type, type.own());
        List<String> found = type.own().active() ? obstacles.of(actor, unit, type) : List.of();
        if (!found.isEmpty()) {
            throw new RefusedException("/active: the type cannot be active. " + String.join(" ", found));
        }
    }
}
