package org.careunit.settings.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.storage.documents.Differences;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.Documents;

/** One kind of document in all its scopes: in the store, and its newest versions in memory. */
final class Shelf<T> {

    private final Documents documents;
    private final Kind<T> kind;
    private final Table<Kept<T>> memory;

    Shelf(Documents documents, Kind<T> kind, BooleanSupplier inTransaction) {
        this.documents = documents;
        this.kind = kind;
        memory =
                new Table<>(this::all, scope -> documents.newest(kind.of(scope)).map(this::kept), inTransaction);
    }

    Kind<T> kind() {
        return kind;
    }

    /** The newest version, from memory. */
    Kept<T> get(String scope) {
        Kept<T> kept = memory.get(scope);
        return kept == null ? Kept.nothing() : kept;
    }

    /** The newest version, from the store. */
    Kept<T> now(String scope) {
        return documents.newest(kind.of(scope)).map(this::kept).orElseGet(Kept::nothing);
    }

    /**
     * What an earlier version said; empty for 0 and for a version that gave up what was saved.
     *
     * @throws RefusedException if there is no such version
     */
    Optional<T> version(String scope, long version) {
        if (version == 0) {
            return Optional.empty();
        }
        Document found = documents
                .version(kind.of(scope), version)
                .orElseThrow(() -> new RefusedException("There is no version " + version + " of " + kind.of(scope)
                        + ": its history says which there are"));
        return kept(found).readable();
    }

    /**
     * Saves the next version.
     *
     * @param said empty to give up what was saved
     * @return its number
     * @throws org.careunit.storage.documents.StaleVersionException if another version was saved meanwhile
     */
    long save(String scope, Optional<T> said, long seen, Author author) {
        String actor = author.label();
        Content content = said.map(kind.write())
                .map(json -> Content.published(kind.shape(), json, actor))
                .orElseGet(() ->
                        new Content(State.REMOVED, kind.shape(), "{}", OptionalLong.empty(), Optional.empty(), actor));
        return documents
                .save(kind.of(scope), seen, author.changeSet().map(content::in).orElse(content))
                .version();
    }

    /** All versions, newest first, each with what it changed. */
    List<Saved<T>> history(String scope) {
        List<Document> versions = documents.history(kind.of(scope));
        List<Saved<T>> saved = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            String before = place + 1 < versions.size()
                    ? versions.get(place + 1).content().json()
                    : "{}";
            saved.add(saved(versions.get(place), before));
        }
        return saved;
    }

    Kept<T> kept(Document document) {
        return Kept.of(document, kind);
    }

    void changed(String scope) {
        memory.changed(scope);
    }

    void anything() {
        memory.anything();
    }

    /**
     * Who saves.
     *
     * @param changeSet what it is a part of; empty if it stands alone
     */
    record Author(String label, Optional<UUID> changeSet) {

        static Author of(Actor actor) {
            return new Author(actor.label(), Optional.empty());
        }
    }

    private Saved<T> saved(Document version, String before) {
        return new Saved<>(
                version.version(),
                kept(version).said(),
                version.content().actor(),
                version.savedAt(),
                Differences.between(before, version.content().json()));
    }

    private Map<String, Kept<T>> all() {
        return documents.newestOfAll(kind.level(), kind.name(), kind.key()).stream()
                .collect(Collectors.toMap(document -> document.id().scope().id(), this::kept));
    }
}
