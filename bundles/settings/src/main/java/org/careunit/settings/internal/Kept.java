package org.careunit.settings.internal;

import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;

/**
 * The newest version of a document of settings.
 *
 * @param version 0 if there is none
 * @param said empty if there is none, it was given up, or it cannot be read
 * @param unreadable why it cannot be read; empty if it can
 */
record Kept<T>(long version, Optional<T> said, Optional<String> unreadable) {

    private static final Kept<?> NOTHING = new Kept<>(0, Optional.empty(), Optional.empty());

    @SuppressWarnings("unchecked") // it holds nothing
    static <T> Kept<T> nothing() {
        return (Kept<T>) NOTHING;
    }

    static <T> Kept<T> of(Document document, Kind<T> kind) {
        if (document.content().state() == State.REMOVED) {
            return new Kept<>(document.version(), Optional.empty(), Optional.empty());
        }
        try {
            T said = kind.read().apply(document.content().json());
            return new Kept<>(document.version(), Optional.of(said), Optional.empty());
        } catch (RefusedException otherRules) {
            return new Kept<>(document.version(), Optional.empty(), Optional.of(trouble(document.id(), otherRules)));
        }
    }

    private static String trouble(DocumentId id, RefusedException otherRules) {
        return "What is stored as " + id + " is not valid (" + otherRules.getMessage() + "): save it again";
    }

    /**
     * What it says; empty if nobody says anything.
     *
     * @throws RefusedException if something is stored that cannot be read: no default is taken for it
     */
    Optional<T> readable() {
        unreadable.ifPresent(why -> {
            throw new RefusedException(why);
        });
        return said;
    }
}
