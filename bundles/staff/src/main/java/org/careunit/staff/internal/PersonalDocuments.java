package org.careunit.staff.internal;

import jakarta.json.bind.Jsonb;
import java.util.Optional;
import java.util.OptionalLong;
import org.careunit.api.identity.HsaId;
import org.careunit.api.staff.Choices;
import org.careunit.storage.Document;
import org.careunit.storage.Document.Content;
import org.careunit.storage.Document.State;
import org.careunit.storage.DocumentId;
import org.careunit.storage.Documents;
import org.careunit.storage.Scope;

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
        return documents
                .newest(choices(unit, staff))
                .map(document -> new Chosen(choices(document), document.version()))
                .orElseGet(() -> new Chosen(Choices.NONE, 0));
    }

    /** @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile */
    Chosen choose(HsaId unit, HsaId staff, Choices choices, long seen, String actor) {
        String text = json.toJson(ChoicesDocument.of(choices));
        Document saved = documents.save(choices(unit, staff), seen, Content.published(SHAPE, text, actor));
        return new Chosen(choices, saved.version());
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
                .orElseGet(
                        () -> new Content(State.REMOVED, SHAPE, "{}", OptionalLong.empty(), Optional.empty(), actor));
        documents.save(copyId(unit, staff), before.map(Document::version).orElse(0L), content);
    }

    private Choices choices(Document document) {
        return document.content().state() == State.REMOVED
                ? Choices.NONE
                : json.fromJson(document.content().json(), ChoicesDocument.class)
                        .choices();
    }

    private static DocumentId choices(HsaId unit, HsaId staff) {
        return new DocumentId(Scope.unit(unit), "personal", staff.value());
    }

    private static DocumentId copyId(HsaId unit, HsaId staff) {
        return new DocumentId(Scope.unit(unit), "directory-copy", staff.value());
    }
}
