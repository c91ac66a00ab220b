package org.careunit.storage.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Revision.AuditNote;

/**
 * Reads and saves the documents of one kind as records: right, expected version, check, new version, audit row and
 * change notice are one transaction. What reads often goes through a cache of its own. Safe for use by many threads.
 */
public final class DocumentRepository<T> {

    private final Documents documents;
    private final DocumentKind<T> kind;

    public DocumentRepository(Documents documents, DocumentKind<T> kind) {
        this.documents = documents;
        this.kind = kind;
    }

    public DocumentKind<T> kind() {
        return kind;
    }

    /** The newest version, from the store. */
    public DocumentVersion<T> newest(DocumentId id) {
        return documents.newest(id).map(this::read).orElseGet(DocumentVersion::none);
    }

    /** Reads a version of this kind. */
    public DocumentVersion<T> read(Document document) {
        return DocumentVersion.of(document, kind);
    }

    /**
     * The content of an earlier version; empty for 0 and for a version that deleted the document.
     *
     * @throws RefusedException if there is no such version, or it cannot be read
     */
    public Optional<T> version(DocumentId id, long version) {
        if (version == 0) {
            return Optional.empty();
        }
        Document found =
                documents.version(id, version).orElseThrow(() -> StorageProblem.NO_VERSION.refused(version, id));
        return read(found).readable();
    }

    /** All versions, newest first, each with what it changed; one that cannot be read has no content. */
    public List<Saved<T>> history(DocumentId id) {
        List<Document> newestFirst = documents.history(id);
        List<Saved<T>> versions = new ArrayList<>();
        for (int place = 0; place < newestFirst.size(); place++) {
            boolean first = place + 1 == newestFirst.size();
            String before = first ? "{}" : newestFirst.get(place + 1).content().json();
            versions.add(saved(newestFirst.get(place), before));
        }
        return versions;
    }

    private Saved<T> saved(Document version, String before) {
        return new Saved<>(
                version.version(),
                read(version).content(),
                version.content().actor(),
                version.savedAt(),
                Differences.between(before, version.content().json()));
    }

    /**
     * Saves the next version, if the actor is permitted and expects the newest one.
     *
     * @param edit what is to be done
     * @param content makes what to save, under the lock: empty to give up what was saved; may refuse
     * @param conflict how it is told that somebody else has saved another version
     */
    public DocumentVersion<T> save(Edit edit, Supplier<Optional<T>> content, Conflict<T> conflict) {
        try {
            return documents.change(edit.id().scope(), edit.right(), () -> {
                Optional<T> record = content.get();
                Content next = kind.content(record, edit.right().actor().label());
                Document saved = documents.save(edit.revision(next));
                return new DocumentVersion<>(saved.version(), record, Optional.empty());
            });
        } catch (StaleVersionException stale) {
            throw conflict.of(read(stale.newest()), stale);
        }
    }

    /**
     * A requested change of a document.
     *
     * @param right what the actor must be permitted
     * @param expectedVersion the newest version that the actor has seen; empty to save over whatever there is
     * @param auditNote what the audit trail says of it
     * @param changeSet the change over several documents that this is a part of, where it is one
     */
    public record Edit(
            DocumentId id, Right right, OptionalLong expectedVersion, AuditNote auditNote, Optional<UUID> changeSet) {

        /** An edit outside any change set, with an expected version. */
        public static Edit of(DocumentId id, Right right, long expectedVersion, AuditNote auditNote) {
            return new Edit(id, right, OptionalLong.of(expectedVersion), auditNote, Optional.empty());
        }

        private Revision revision(Content content) {
            Content whole = changeSet.map(content::in).orElse(content);
            return new Revision(id, expectedVersion, whole, Optional.empty(), Optional.of(auditNote));
        }
    }

    /** Creates the conflict error that shows both versions to an author with a stale version. */
    @FunctionalInterface
    public interface Conflict<T> {

        /**
         * The error to throw.
         *
         * @param current the newest version
         * @param stale which version was expected, and the newest one as it is stored
         */
        ConflictException of(DocumentVersion<T> current, StaleVersionException stale);
    }
}
