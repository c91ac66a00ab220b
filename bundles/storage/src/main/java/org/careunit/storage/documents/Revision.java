package org.careunit.storage.documents;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.careunit.storage.documents.Document.Content;

/**
 * The next version of a document, as somebody wants it saved.
 *
 * @param id which document; never null
 * @param expectedVersion the newest version that the author has seen, 0 for none; empty to save over whatever there is
 * @param content what to save; never null
 * @param effectiveFrom from when it counts; empty for at once
 * @param trace what the audit trail of the document's scope says; empty where somebody else writes its row
 */
public record Revision(
        DocumentId id,
        OptionalLong expectedVersion,
        Content content,
        Optional<Instant> effectiveFrom,
        Optional<Trace> trace) {

    public Revision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expectedVersion, "expectedVersion");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(trace, "trace");
    }

    /** A revision of a known version that counts at once and leaves no trace of its own. */
    public static Revision of(DocumentId id, long expectedVersion, Content content) {
        return new Revision(id, OptionalLong.of(expectedVersion), content, Optional.empty(), Optional.empty());
    }

    /** A revision of whatever there is, which counts at once. */
    public static Revision over(DocumentId id, Content content, Trace trace) {
        return new Revision(id, OptionalLong.empty(), content, Optional.empty(), Optional.of(trace));
    }

    /** This revision, with a row in the audit trail. */
    public Revision traced(Trace row) {
        return new Revision(id, expectedVersion, content, effectiveFrom, Optional.of(row));
    }

    /** This revision, to count from an instant. */
    public Revision from(Instant instant) {
        return new Revision(id, expectedVersion, content, Optional.of(instant), trace);
    }

    /**
     * The row of the audit trail that a saved version leaves: the actor is the version's.
     *
     * @param action verb and object, for example {@code settings.change}; never null
     * @param subject which document, as the unit knows it; never null
     * @param note what is said behind the version's number, or blank; never null
     */
    public record Trace(String action, String subject, String note) {

        public Trace {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(note, "note");
        }

        public Trace(String action, String subject) {
            this(action, subject, "");
        }

        /** The text of the row: subject, version, note, change set. */
        public String text(long version, Optional<UUID> changeSet) {
            return subject + ": version " + version + note
                    + changeSet.map(set -> ", change set " + set).orElse("");
        }
    }
}
