package org.careunit.terms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.EntryChanges;
import org.careunit.storage.documents.EntryPath;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.terms.internal.check.IntendedFindings;
import org.careunit.terms.internal.problems.TermsProblem;
import org.careunit.terms.internal.text.AuthoredContent;
import org.careunit.terms.internal.text.TermsContent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Exports and imports the unit's own terms in force as a part of its configuration. Imported texts are published at
 * once, under the same rules as by the service; drafts and scheduled versions are not exported.
 */
@Component
public final class TermsPart implements ConfigurationPart {

    private final TermsContext context;
    private final StoredTerms stored;

    @Activate
    public TermsPart(@Reference TermsContext context) {
        this.context = context;
        stored = new StoredTerms(context);
    }

    @Override
    public String key() {
        return TimelineCache.KIND;
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
        Map<String, Document> own = context.store().documents().allOf(Scope.unit(unit), TimelineCache.KIND).stream()
                .collect(Collectors.toMap(document -> document.id().key(), Function.identity()));
        Map<String, Optional<String>> said = new LinkedHashMap<>();
        context.termsInputs().types(unit).stream()
                .filter(asked)
                .forEach(type -> said.put(
                        type.key().value(),
                        Optional.ofNullable(own.get(type.key().value())).map(this::exported)));
        return said;
    }

    private String exported(Document document) {
        return context.json()
                .write(AuthoredContent.of(
                        PublishedVersion.of(document, context.json()).words()));
    }

    @Override
    public String normal(String entry, String json) {
        return context.json().write(AuthoredContent.of(words(entry, json)));
    }

    private TermsContent words(String entry, String json) {
        return context.json().parse(AuthoredContent.class, json).of(new CaseTypeKey(entry));
    }

    @Override
    public void save(EntryChanges changes) {
        StoredTerms.AtUnit terms = stored.of(context.units().require(changes.unit()));
        List<Revision> revisions = new ArrayList<>();
        EntryPath.each(changes.entries().keySet(), entry -> {
            CaseTypeKey type = new CaseTypeKey(entry);
            String actor = changes.actor().label();
            Content content = changes.entries()
                    .get(entry)
                    .map(text -> published(terms, type, text, actor))
                    .orElseGet(() -> Content.removed(TermsContent.SHAPE, actor));
            AuditNote auditNote = new AuditNote("terms.import", entry);
            revisions.add(Revision.over(terms.owner(type).id(), content.in(changes.changeSet()), auditNote)
                    .from(context.store().clock().instant()));
        });
        context.store().documents().saveAll(revisions);
    }

    private Content published(StoredTerms.AtUnit terms, CaseTypeKey type, String json, String actor) {
        String words = context.json().write(words(type.value(), json));
        return Content.published(TermsContent.SHAPE, words, actor)
                .onParent(terms.base(type).version());
    }

    /**
     * What is in force passes the check that publishing it takes, with the handling time that holds by now; what was
     * given up leaves no active type without a text that residents can be shown; and neither is the unit's to change
     * while its region locks it.
     */
    @Override
    public void check(Actor actor, HsaId unit, Set<String> entries) {
        CareUnit known = context.units().require(unit);
        StoredTerms.AtUnit terms = stored.of(known);
        Map<CaseTypeKey, UnitCaseType> types = context.termsInputs().typesNow(unit).stream()
                .collect(Collectors.toMap(UnitCaseType::key, Function.identity()));
        Map<String, Document> newest =
                context.store().documents().newestOf(Scope.unit(unit), TimelineCache.KIND, entries).stream()
                        .collect(Collectors.toMap(document -> document.id().key(), Function.identity()));
        EntryPath.each(entries, entry -> {
            CaseTypeKey key = new CaseTypeKey(entry);
            check(known, types.get(key), terms.base(key), newest.get(entry));
        });
    }

    private void check(CareUnit unit, UnitCaseType type, InheritedText base, Document newest) {
        if (type == null) {
            throw TermsProblem.NO_SUCH_TYPE.refused(unit.id());
        }
        State state = newest.content().state();
        if (state == State.DRAFT) {
            return;
        }
        TermsComponent.refuseLocked(type, unit);
        IntendedFindings intended = context.merged().intended(unit, type);
        if (state == State.REMOVED) {
            TermsComponent.refuseErrorsLeft(base.points(), type, intended);
        } else {
            TermsText text =
                    context.bases().merged(newest, base).orElseThrow(() -> TermsProblem.NOTHING_LEFT_OF.refused());
            TermsComponent.refuseErrors(text, type, intended);
        }
    }
}
