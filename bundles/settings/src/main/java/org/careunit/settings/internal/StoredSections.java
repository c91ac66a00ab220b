package org.careunit.settings.internal;

import jakarta.json.bind.Jsonb;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.Versioned;
import org.careunit.storage.Document;
import org.careunit.storage.Document.Content;
import org.careunit.storage.Document.State;
import org.careunit.storage.DocumentId;
import org.careunit.storage.Documents;
import org.careunit.storage.Scope;

/** Sections as documents. The newest version holds: settings have neither drafts nor a time from which they count. */
final class StoredSections {

    private final Documents documents;
    private final Jsonb json;

    StoredSections(Documents documents, Jsonb json) {
        this.documents = documents;
        this.json = json;
    }

    <S extends Section> Versioned<S> read(HsaId unit, SectionForm<S> form) {
        return documents
                .newest(id(unit, form))
                .map(document -> versioned(document, form))
                .orElseGet(() -> new Versioned<>(form.unset(), 0));
    }

    /** @throws org.careunit.storage.StaleVersionException if another version was saved meanwhile */
    <S extends Section> Versioned<S> save(HsaId unit, SectionForm<S> form, S section, long seen, String actor) {
        Content content = Content.published(form.shape(), form.write(json, section), actor);
        return new Versioned<>(
                section, documents.save(id(unit, form), seen, content).version());
    }

    <S extends Section> Versioned<S> versioned(Document document, SectionForm<S> form) {
        Content content = document.content();
        S section = content.state() == State.REMOVED ? form.unset() : form.read(json, content.json());
        return new Versioned<>(section, document.version());
    }

    private static DocumentId id(HsaId unit, SectionForm<?> form) {
        return new DocumentId(Scope.unit(unit), "settings", form.key());
    }
}
