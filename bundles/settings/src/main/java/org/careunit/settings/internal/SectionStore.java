package org.careunit.settings.internal;

import java.util.Map;
import java.util.stream.Collectors;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Documents;

/** Stores one section of all units or regions: versioned documents, and a cache of the newest versions. */
final class SectionStore<T> {

    private final Documents documents;
    private final SectionKind<T> kind;
    private final DocumentRepository<T> repository;
    private final KindCache<String, DocumentVersion<T>> cache;

    SectionStore(Documents documents, SectionKind<T> kind, Caches caches) {
        this.documents = documents;
        this.kind = kind;
        repository = new DocumentRepository<>(documents, kind.documents());
        cache = caches.wholeKind(
                this::all, scope -> documents.newest(kind.of(scope)).map(repository::read), kind::changedScope);
    }

    SectionKind<T> kind() {
        return kind;
    }

    DocumentRepository<T> repository() {
        return repository;
    }

    DocumentId id(String scope) {
        return kind.of(scope);
    }

    /** The newest version, from the cache. */
    DocumentVersion<T> get(String scope) {
        return cache.get(scope).orElseGet(DocumentVersion::none);
    }

    /** The newest version, from the store. */
    DocumentVersion<T> now(String scope) {
        return repository.newest(id(scope));
    }

    private Map<String, DocumentVersion<T>> all() {
        return documents.newestOfAll(kind.level(), kind.documents().name(), kind.key()).stream()
                .collect(Collectors.toMap(document -> document.id().scope().id(), repository::read));
    }
}
