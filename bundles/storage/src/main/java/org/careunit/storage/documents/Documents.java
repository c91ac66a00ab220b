package org.careunit.storage.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.careunit.storage.Scope;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores the decisions of units, regions and the platform as JSON documents with all their versions. The version in
 * force is chosen by the clock when it is read, so publishing at a given time needs no job.
 */
@ProviderType
public interface Documents {

    /** The version in force now; empty if there is none or the document was deleted. */
    Optional<Document> current(DocumentId id);

    /** The version in force at an instant, as known today; empty as in {@link #current}. */
    Optional<Document> at(DocumentId id, Instant instant);

    /** The newest version, whether draft, scheduled or deleted; empty if nothing was ever saved. */
    Optional<Document> newest(DocumentId id);

    /** One version; empty if there is no such version. */
    Optional<Document> version(DocumentId id, long version);

    /** All versions, newest first. */
    List<Document> history(DocumentId id);

    /** The versions in force now of a kind, in one scope, ordered by key; without deleted ones. */
    List<Document> allOf(Scope scope, String kind);

    /** The newest version of every document of a kind in one scope, removed or not, ordered by key. */
    List<Document> newestOf(Scope scope, String kind);

    /** As above, of those among the keys that were ever saved, in one query. */
    List<Document> newestOf(Scope scope, String kind, Set<String> keys);

    /**
     * The newest version of one document in every scope of a level that has it, removed or not, by scope, in one query.
     */
    List<Document> newestOfAll(Scope.Level level, String kind, String key);

    /**
     * All documents of a kind that were ever saved in any scope of a level, removed or not, in one query that reads no
     * text.
     */
    List<DocumentId> idsOf(Scope.Level level, String kind);

    /**
     * Makes a change in one transaction, with the scopes locked and the right checked again under the locks. A missing
     * right is recorded in the audit trail, and nothing else is saved.
     *
     * @param scopes whose documents; locked in an order of their own, so that two changes never wait for each other
     * @param right what the actor must be permitted at each of them
     * @param work reads, checks and saves; may refuse
     * @return what the work answers
     * @throws org.careunit.api.access.NotPermittedException if the actor may not
     * @throws org.careunit.api.failure.RefusedException if a unit among them is not registered, or is closed
     *     permanently
     */
    <T> T change(Set<Scope> scopes, Right right, Supplier<T> work);

    /** As above, of one scope. */
    default <T> T change(Scope scope, Right right, Supplier<T> work) {
        return change(Set.of(scope), right, work);
    }

    /**
     * Saves the next versions of documents, each with its audit row and its notice, in the caller's transaction where
     * there is one: few statements, however many they are.
     *
     * @param revisions at most one of each document
     * @return the versions as saved, in the same order
     * @throws StaleVersionException if another version of one was saved in between
     * @throws org.careunit.api.failure.RefusedException if the newest version of one has a newer shape than this code
     *     writes
     */
    List<Document> saveAll(List<Revision> revisions);

    /** As above, of one document. */
    default Document save(Revision revision) {
        return saveAll(List.of(revision)).get(0);
    }

    /** Saves the next version without a row in the audit trail, in force at once. */
    default Document save(DocumentId id, long expectedVersion, Document.Content content) {
        return save(Revision.of(id, expectedVersion, content));
    }

    /** The versions that were saved as one change set, in the order of saving. */
    List<Document> changeSet(UUID changeSet);

    /**
     * Undoes a change set by saving, as a new change set, the previously published version of each document; a newer
     * draft stays in the history. A document that was changed again since is not touched and reported as a conflict.
     *
     * @param changeSet the change set to take back
     * @param left documents of it to leave and report likewise, whatever became of them
     * @param actor the label of the one who acts; the caller asks for the right and writes the audit row
     * @return what was restored and what was left
     * @throws org.careunit.api.failure.RefusedException if there is no such change set
     */
    Undo undo(UUID changeSet, Set<DocumentId> left, String actor);

    /** As above; skips only documents that were changed again. */
    default Undo undo(UUID changeSet, String actor) {
        return undo(changeSet, Set.of(), actor);
    }

    /**
     * Result of undoing a change set.
     *
     * @param changeSet the new change set that holds the restored versions, which may be taken back in turn
     * @param restored the versions saved
     * @param conflicts the documents left alone, each as it is now
     */
    record Undo(UUID changeSet, List<Document> restored, List<Document> conflicts) {
        public Undo {
            restored = List.copyOf(restored);
            conflicts = List.copyOf(conflicts);
        }
    }
}
