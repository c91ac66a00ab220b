package org.careunit.staff.internal;

import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;
import org.careunit.api.staff.Choices;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Differences;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;

/** What a person has chosen, and what the directory last said of them, as two documents. The newest version holds. */
final class PersonalDocuments {

    private static final int SHAPE = 1;

    private final Documents documents;
    private final Jsonb json;

    PersonalDocuments(Documents documents, Jsonb json) {
        this.documents = documents;
        this.json = json;
    }

    /** What was chosen, as the version it is at. */
    record Chosen(Choices choices, long version) {}

    Chosen chosen(HsaId unit, HsaId staff) {
        return documents.newest(choices(unit, staff)).map(this::chosen).orElseGet(() -> new Chosen(Choices.NONE, 0));
    }

    Chosen chosen(Document document) {
        return new Chosen(said(document).orElse(Choices.NONE), document.version());
    }

    /** @throws org.careunit.storage.documents.StaleVersionException if another version was saved meanwhile */
    Chosen choose(HsaId unit, HsaId staff, Choices choices, long seen, String actor) {
        String text = json.toJson(ChoicesDocument.of(choices));
        Document saved =
                documents.save(choices(unit, staff), seen, Content.published(ChoicesDocument.SHAPE, text, actor));
        return new Chosen(choices, saved.version());
    }

    /**
     * Gives up whatever was chosen.
     *
     * @throws org.careunit.storage.documents.StaleVersionException if another version was saved meanwhile
     */
    Chosen giveUp(HsaId unit, HsaId staff, long seen, String actor) {
        return chosen(documents.save(choices(unit, staff), seen, removed(ChoicesDocument.SHAPE, actor)));
    }

    /** A version of what was chosen; empty if there is no such version. */
    Optional<Document> version(HsaId unit, HsaId staff, long version) {
        return documents.version(choices(unit, staff), version);
    }

    /** All versions of what was chosen, newest first. */
    List<Saved<Choices>> history(HsaId unit, HsaId staff) {
        List<Document> versions = documents.history(choices(unit, staff));
        return IntStream.range(0, versions.size())
                .mapToObj(place -> saved(
                        versions.get(place),
                        place + 1 < versions.size()
                                ? versions.get(place + 1).content().json()
                                : "{}"))
                .toList();
    }

    private Saved<Choices> saved(Document document, String before) {
        Content content = document.content();
        return new Saved<>(
                document.version(),
                said(document),
                content.actor(),
                document.savedAt(),
                Differences.between(before, content.json()));
    }

    /** The copy of the directory's facts, be it removed; empty if there never was one. */
    Optional<Document> copy(HsaId unit, HsaId staff) {
        return documents.newest(copyId(unit, staff));
    }

    /** What a copy says; empty for one that was removed. */
    Optional<DirectoryFacts> facts(Document copy) {
        return copy.content().state() == State.REMOVED
                ? Optional.empty()
                : Optional.of(json.fromJson(copy.content().json(), DirectoryCopyDocument.class)
                        .facts());
    }

    /** Saves a copy over the one there is, or removes it, unless a newer Careunit wrote that one. */
    void saveCopy(HsaId unit, HsaId staff, Optional<Document> before, Optional<DirectoryFacts> said, String actor) {
        if (before.filter(document -> document.content().shape() > SHAPE).isPresent()) {
            return;
        }
        Content content = said.map(
                        facts -> Content.published(SHAPE, json.toJson(DirectoryCopyDocument.of(facts)), actor))
                .orElseGet(() -> removed(SHAPE, actor));
        documents.save(copyId(unit, staff), before.map(Document::version).orElse(0L), content);
    }

    /** What a version chose; empty for one that gave up what was chosen. */
    Optional<Choices> said(Document document) {
        return document.content().state() == State.REMOVED
                ? Optional.empty()
                : Optional.of(json.fromJson(document.content().json(), ChoicesDocument.class)
                        .choices());
    }

    private static Content removed(int shape, String actor) {
        return new Content(State.REMOVED, shape, "{}", OptionalLong.empty(), Optional.empty(), actor);
    }

    private static DocumentId choices(HsaId unit, HsaId staff) {
        return new DocumentId(Scope.unit(unit), "personal", staff.value());
    }

    private static DocumentId copyId(HsaId unit, HsaId staff) {
        return new DocumentId(Scope.unit(unit), "directory-copy", staff.value());
    }
}
