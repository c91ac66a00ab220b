package org.careunit.storage.documents;

import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.documents.Document.State;

/**
 * One version of a document, read.
 *
 * @param version its number; 0 if nothing was ever saved
 * @param content what it says; empty if nothing was saved, it was given up, or it cannot be read
 * @param unreadable why it cannot be read; empty if it can
 */
public record DocumentVersion<T>(long version, Optional<T> content, Optional<String> unreadable) {

    private static final DocumentVersion<?> NONE = new DocumentVersion<>(0, Optional.empty(), Optional.empty());

    /** The version of a document that was never saved. */
    @SuppressWarnings("unchecked") // it has no content
    public static <T> DocumentVersion<T> none() {
        return (DocumentVersion<T>) NONE;
    }

    /** Reads a version; never throws for what it cannot read. */
    public static <T> DocumentVersion<T> of(Document document, DocumentKind<T> kind) {
        if (document.content().state() == State.REMOVED) {
            return new DocumentVersion<>(document.version(), Optional.empty(), Optional.empty());
        }
        try {
            T content = kind.read().apply(document.content().json());
            return new DocumentVersion<>(document.version(), Optional.of(content), Optional.empty());
        } catch (RefusedException invalid) {
            String why = "What is stored as " + document.id() + " is not valid (" + invalid.getMessage()
                    + "): save it again";
            return new DocumentVersion<>(document.version(), Optional.empty(), Optional.of(why));
        }
    }

    /**
     * Its content; empty if nothing was saved or the document was deleted.
     *
     * @throws RefusedException if something is stored that cannot be read: no default is taken for it
     */
    public Optional<T> readable() {
        unreadable.ifPresent(why -> {
            throw StorageProblem.NOT_VALID.refused(why);
        });
        return content;
    }
}
