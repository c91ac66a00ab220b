package org.careunit.casetypes.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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
import org.careunit.storage.ConfigurationPart;
import org.careunit.storage.Document;
import org.careunit.storage.Document.Content;
import org.careunit.storage.Document.State;
import org.careunit.storage.DocumentId;
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
    private final Obstacles obstacles = new Obstacles();

    @Activate
    public CaseTypePart(@Reference AccessControl access, @Reference KeptTypes kept) {
        this.access = access;
        this.kept = kept;
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
        UnitTypes now = kept.memory().unitNow(unit);
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        kept.memory().types(now).forEach(type -> said.put(type.central().key().value(), said(now, type)));
        return said;
    }

    private Optional<String> said(UnitTypes unit, TypeAtUnit type) {
        return Optional.ofNullable(unit.choices().get(type.central().key()))
                .filter(choice -> !choice.gone())
                .map(choice -> kept.json().write(choice.said()));
    }

    @Override
    public String normal(String entry, String json) {
        return kept.json().write(parsed(json));
    }

    private UnitChoice parsed(String json) {
        return kept.json().parse(UnitChoice.class, json);
    }

    @Override
    public void save(Actor actor, HsaId unit, String entry, Optional<String> json, UUID changeSet) {
        access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit));
        Writing writing = kept.writing();
        writing.units().lock(unit);
        TypeAtUnit before = type(unit, entry);
        Optional<UnitChoice> choice = json.map(this::parsed);
        choice.ifPresent(said -> refuseLocked(before, said));
        DocumentId id = ChoiceWriter.id(unit, before.central().key());
        long seen = writing.documents().newest(id).map(Document::version).orElse(0L);
        long version = writing.documents()
                .save(id, seen, content(choice, actor).in(changeSet))
                .version();
        writing.audit()
                .append(
                        unit,
                        actor.label(),
                        "case-type.import",
                        entry + ": version " + version + ", change set " + changeSet);
    }

    private Content content(Optional<UnitChoice> choice, Actor actor) {
        return choice.map(said ->
                        Content.published(ChoiceWriter.SHAPE, kept.json().write(said), actor.label()))
                .orElseGet(() -> new Content(
                        State.REMOVED,
                        ChoiceWriter.SHAPE,
                        "{}",
                        OptionalLong.empty(),
                        Optional.empty(),
                        actor.label()));
    }

    private static void refuseLocked(TypeAtUnit type, UnitChoice choice) {
        Effective.locked(type.central(), choice.settings()).ifPresent(said -> {
            throw new RefusedException("/settings/" + said.component() + ": the region has locked this of "
                    + type.central().key() + ": leave it out, and what the region says holds");
        });
    }

    /** An active type is held to what activating it takes, whatever was saved of it, its terms and the settings. */
    @Override
    public void check(Actor actor, HsaId unit, String entry) {
        TypeAtUnit type = type(unit, entry);
        List<String> found = type.own().active() ? obstacles.of(actor, unit, type) : List.of();
        if (!found.isEmpty()) {
            throw new RefusedException("/active: the type cannot be active. " + String.join(" ", found));
        }
    }

    private TypeAtUnit type(HsaId unit, String entry) {
        CaseTypeKey key = new CaseTypeKey(entry);
        return kept.memory().types(kept.memory().unitNow(unit)).stream()
                .filter(type -> type.central().key().equals(key))
                .findFirst()
                .orElseThrow(() -> Memory.notThere(unit, key));
    }
}
