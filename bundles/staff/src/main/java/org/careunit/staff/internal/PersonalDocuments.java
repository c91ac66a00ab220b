package org.careunit.staff.internal;

import jakarta.json.bind.Jsonb;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Documents;

/** Stores two documents for each person: their choices, and a copy of the directory's last answer. */
public final class PersonalDocuments {

    private static final int SHAPE = 1;

    private final Documents documents;
    private final DocumentRepository<PersonalChoices> choices;
    private final DocumentRepository<DirectoryFacts> copies;

    public PersonalDocuments(Documents documents, Jsonb json) {
        this.documents = documents;
        choices = new DocumentRepository<>(
                documents,
                new DocumentKind<>(
                        "personal",
                        ChoicesDocument.SHAPE,
                        said -> json.toJson(ChoicesDocument.of(said)),
                        text -> json.fromJson(text, ChoicesDocument.class).choices()));
        copies = new DocumentRepository<>(
                documents,
                new DocumentKind<>(
                        "directory-copy",
                        SHAPE,
                        facts -> json.toJson(DirectoryCopyDocument.of(facts)),
                        text -> json.fromJson(text, DirectoryCopyDocument.class).facts()));
    }

    /** The choices with their version. */
    public record VersionedChoices(PersonalChoices choices, long version) {

        public static VersionedChoices of(DocumentVersion<PersonalChoices> version) {
            return new VersionedChoices(version.content().orElse(PersonalChoices.NONE), version.version());
        }
    }

    public VersionedChoices chosen(HsaId unit, StaffId staff) {
        return VersionedChoices.of(choices.newest(id(unit, staff)));
    }

    /** Everything that people have chosen. */
    public DocumentRepository<PersonalChoices> choices() {
        return choices;
    }

    /** The document of what somebody has chosen at a unit. */
    public DocumentId id(HsaId unit, StaffId staff) {
        return choices.kind().of(Scope.unit(unit), staff.value());
    }

    /** The copy of the directory's facts, also if it was removed; empty if there never was one. */
    public Optional<Document> copy(HsaId unit, StaffId staff) {
        return documents.newest(copyId(unit, staff));
    }

    /** The content of a copy; empty for one that was removed. */
    public Optional<DirectoryFacts> facts(Document copy) {
        return copies.read(copy).content();
    }

    /** Saves a copy over the one there is, or removes it, unless a newer Careunit wrote that one. */
    public void saveCopy(
            HsaId unit, StaffId staff, Optional<Document> before, Optional<DirectoryFacts> said, String actor) {
        if (before.filter(document -> document.content().shape() > SHAPE).isPresent()) {
            return;
        }
        documents.save(
                copyId(unit, staff),
                before.map(Document::version).orElse(0L),
                copies.kind().content(said, actor));
    }

    private DocumentId copyId(HsaId unit, StaffId staff) {
        return copies.kind().of(Scope.unit(unit), staff.value());
    }
}
