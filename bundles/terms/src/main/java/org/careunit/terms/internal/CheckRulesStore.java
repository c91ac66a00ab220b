package org.careunit.terms.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.json.RecordJson;

/** Stores each region's rules of the terms check. */
final class CheckRulesStore {

    private static final String KIND = "terms-rules";
    private static final String KEY = "check";
    private static final int SHAPE = 1;
    private static final Versioned<CheckRules> UNSET = new Versioned<>(CheckRules.DEFAULT, 0);

    private final Documents documents;
    private final DocumentRepository<CheckRules> repository;
    private final KindCache<CountyCode, Versioned<CheckRules>> cache;

    CheckRulesStore(Caches caches, Documents documents, RecordJson json) {
        this.documents = documents;
        repository = new DocumentRepository<>(
                documents,
                new DocumentKind<>(
                        KIND, SHAPE, json::write, text -> json.stored(CheckRules.class, CheckRules.DEFAULT, text)));
        cache = caches.wholeKind(
                this::all, region -> documents.newest(id(region)).map(this::rules), CheckRulesStore::changedRegion);
    }

    Versioned<CheckRules> of(CountyCode region) {
        return cache.get(region).orElse(UNSET);
    }

    private static Optional<CountyCode> changedRegion(Change change) {
        return change.kind().equals(KIND)
                ? Optional.of(new CountyCode(change.scope().id()))
                : Optional.empty();
    }

    Versioned<CheckRules> save(Right right, CountyCode region, CheckRules rules, long expectedVersion) {
        return save(right, region, Optional.of(rules), expectedVersion, "");
    }

    /** Saves an earlier version again; 0 gives up what was saved. */
    Versioned<CheckRules> restore(Right right, CountyCode region, long version, long expectedVersion) {
        Optional<CheckRules> earlier = repository.version(id(region), version);
        return save(right, region, earlier, expectedVersion, ", as version " + version);
    }

    List<Saved<CheckRules>> history(CountyCode region) {
        return repository.history(id(region));
    }

    private Versioned<CheckRules> save(
            Right right, CountyCode region, Optional<CheckRules> rules, long expectedVersion, String note) {
        AuditNote auditNote = new AuditNote("terms.rules", "rules of the check", note);
        return rules(repository.save(
                Edit.of(id(region), right, expectedVersion, auditNote),
                () -> rules,
                (current, stale) -> stale.between(rules.orElse(CheckRules.DEFAULT), rules(current))));
    }

    private Map<CountyCode, Versioned<CheckRules>> all() {
        return documents.newestOfAll(Scope.Level.REGION, KIND, KEY).stream()
                .collect(Collectors.toMap(
                        document -> new CountyCode(document.id().scope().id()), this::rules));
    }

    private Versioned<CheckRules> rules(Document document) {
        return rules(repository.read(document));
    }

    private static Versioned<CheckRules> rules(DocumentVersion<CheckRules> version) {
        return new Versioned<>(version.readable().orElse(CheckRules.DEFAULT), version.version());
    }

    private static DocumentId id(CountyCode region) {
        return new DocumentId(Scope.region(region.value()), KIND, KEY);
    }
}
