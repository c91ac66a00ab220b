package org.careunit.storage.documents;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.careunit.storage.documents.Document.Content;

/**
 * A version of a document that is to be saved.
 *
 * @param id which document; never null
 * @param expectedVersion the newest version that the author has seen, 0 for none; empty to save over whatever there is
 * @param content what to save; never null
 * @param effectiveFrom from when it counts; empty for at once
 * @param auditNote what the audit trail of the document's scope says; empty where somebody else writes its row
 */
public record Revision(
        DocumentId id,
        OptionalLong expectedVersion,
        Content content,
        Optional<Instant> effectiveFrom,
        Optional<AuditNote> auditNote) {

    public Revision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expectedVersion, "expectedVersion");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(auditNote, "auditNote");
    }

    /** A revision with an expected version, in force at once, without an audit row of its own. */
    public static Revision of(DocumentId id, long expectedVersion, Content content) {
        return new Revision(id, OptionalLong.of(expectedVersion), content, Optional.empty(), Optional.empty());
    }

    /** A revision that replaces any version, in force at once. */
    public static Revision over(DocumentId id, Content content, AuditNote auditNote) {
        return new Revision(id, OptionalLong.empty(), content, Optional.empty(), Optional.of(auditNote));
    }

    /** This revision, with a row in the audit trail. */
    public Revision audited(AuditNote row) {
        return new Revision(id, expectedVersion, content, effectiveFrom, Optional.of(row));
    }

    /** This revision, in force from an instant on. */
    public Revision from(Instant instant) {
        return new Revision(id, expectedVersion, content, Optional.of(instant), auditNote);
    }

    /**
     * The audit row of a saved version; its actor is the version's.
     *
     * @param action verb and object, for example {@code settings.change}; never null
     * @param subject which document, as the unit knows it; never null
     * @param note what is said behind the version's number, or blank; never null
     */
    public record AuditNote(String action, String subject, String note) {

        public AuditNote {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(note, "note");
        }

        public AuditNote(String action, String subject) {
            this(action, subject, "");
        }

        /** The text of the row: subject, version, note, change set. */
        public String text(long version, Optional<UUID> changeSet) {
            return subject + ": version " + version + note
                    + changeSet.map(set -> ", change set " + set).orElse("");
        }
    }
}
