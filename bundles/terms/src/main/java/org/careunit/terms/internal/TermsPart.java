package org.careunit.terms.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.terms.internal.text.OwnWords;
import org.careunit.terms.internal.text.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The unit's own words that are in force, as a part of its configuration. What is applied is published at once, under the rule that the
 * service has too; drafts and what is scheduled stay out.
 */
@Component
public final class TermsPart implements ConfigurationPart {

    private final AccessControl access;
    private final KeptTerms kept;

    @Activate
    public TermsPart(@Reference AccessControl access, @Reference KeptTerms kept) {
        this.access = access;
        this.kept = kept;
    }

    @Override
    public String key() {
        return Shelf.KIND;
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit) {
        return read(unit, type -> true);
    }

    @Override
    public Map<String, Optional<String>> read(HsaId unit, Set<String> entries) {
        return read(unit, type -> entries.contains(type.key().value()));
    }

    private Map<String, Optional<String>> read(HsaId unit, Predicate<UnitCaseType> asked) {
        Map<String, Document> own = kept.store().documents().allOf(Scope.unit(unit), Shelf.KIND).stream()
                .collect(Collectors.toMap(document -> document.id().key(), Function.identity()));
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        kept.neighbours().types(unit).stream()
                .filter(asked)
                .forEach(type -> said.put(
                        type.key().value(),
                        Optional.ofNullable(own.get(type.key().value())).map(this::said)));
        return said;
    }

    private String said(Document document) {
        return kept.json().write(OwnWords.of(Version.of(document, kept.json()).words()));
    }

    @Override
    public String normal(String entry, String json) {
        return kept.json().write(OwnWords.of(words(entry, json)));
    }

    private Words words(String entry, String json) {
        return kept.json().parse(OwnWords.class, json).of(new CaseTypeKey(entry));
    }

    @Override
    public void save(Actor actor, HsaId unit, String entry, Optional<String> json, UUID changeSet) {
        access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit));
        UnitCaseType type = kept.neighbours().type(unit, new CaseTypeKey(entry));
        if (type.termsLocked()) {
            throw new RefusedException(
                    "the region has locked these terms: what it says holds, until it lifts the lock");
        }
        Place place = place(unit, type);
        Editing.Store store = kept.store();
        long seen = store.documents().newest(place.id()).map(Document::version).orElse(0L);
        Content content = json.map(text -> published(place, text, actor))
                .orElseGet(() -> new Content(
                        State.REMOVED, Words.SHAPE, "{}", OptionalLong.empty(), Optional.empty(), actor.label()));
        long version = store.documents()
                .save(place.id(), seen, content.in(changeSet), store.clock().instant())
                .version();
        String text = entry + ": version " + version + ", change set " + changeSet;
        store.audit().append(place.scope(), new AuditTrail.Row(actor.label(), "terms.import", text, Optional.empty()));
    }

    private Content published(Place place, String json, Actor actor) {
        String words = kept.json().write(words(place.type().value(), json));
        return Content.published(Words.SHAPE, words, actor.label())
                .onParent(kept.bases().now(place).version());
    }

    /**
     * What is in force passes the check that publishing it takes, with the handling time that holds by now; what was given up leaves no
     * active type without a text that residents can be shown.
     */
    @Override
    public void check(Actor actor, HsaId unit, String entry) {
        UnitCaseType type = kept.neighbours().type(unit, new CaseTypeKey(entry));
        Place place = place(unit, type);
        kept.store().documents().newest(place.id()).ifPresent(document -> check(place, type, document));
    }

    private void check(Place place, UnitCaseType type, Document newest) {
        Base base = kept.bases().now(place);
        if (newest.content().state() == State.REMOVED) {
            TermsComponent.refuseErrorsLeft(base.points(), type);
        } else if (newest.content().state() == State.PUBLISHED) {
            TermsText text = kept.bases()
                    .merged(newest, base)
                    .orElseThrow(() -> new RefusedException("nothing would be left of the terms"));
            TermsComponent.refuseErrors(text, type);
        }
    }

    private Place place(HsaId unit, UnitCaseType type) {
        return Place.of(kept.units().unit(unit), type.key());
    }
}
