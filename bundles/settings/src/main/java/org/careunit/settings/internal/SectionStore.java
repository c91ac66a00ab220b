package org.careunit.settings.internal;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Documents;

/** Stores one section of all units or regions: versioned documents, and a cache of the newest versions. */
final class SectionStore<T> {

    private final Documents documents;
    private final SectionKind<T> kind;
    private final DocumentRepository<T> repository;
    private final Table<DocumentVersion<T>> memory;

    SectionStore(Documents documents, SectionKind<T> kind, BooleanSupplier inTransaction) {
        this.documents = documents;
        this.kind = kind;
        repository = new DocumentRepository<>(documents, kind.documents());
        memory =
                new Table<>(this::all, scope -> documents.newest(kind.of(scope)).map(repository::read), inTransaction);
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
        DocumentVersion<T> cached = memory.get(scope);
        return cached == null ? DocumentVersion.none() : cached;
    }

    /** The newest version, from the store. */
    DocumentVersion<T> now(String scope) {
        return repository.newest(id(scope));
    }

    void changed(String scope) {
        memory.changed(scope);
    }

    void anything() {
        memory.anything();
    }

    private Map<String, DocumentVersion<T>> all() {
        return documents.newestOfAll(kind.level(), kind.documents().name(), kind.key()).stream()
                .collect(Collectors.toMap(document -> document.id().scope().id(), repository::read));
    }
}
