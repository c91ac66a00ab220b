package org.careunit.settings.internal.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.SystemActor;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.json.RecordJson;

/**
 * Stores the last known names of units in EK, so that all nodes use the same name, also after a restart: the name is a
 * part of the terms that residents accept.
 */
public final class DirectoryNames {

    private static final String KIND = "directory-name";
    private static final String KEY = "name";
    private static final String US = new SystemActor("directory").label();

    private final Documents documents;
    private final DocumentKind<StoredName> kind;
    private final KindCache<HsaId, StoredName> cache;

    public DirectoryNames(Caches caches, Documents documents) {
        this.documents = documents;
        RecordJson json = new RecordJson();
        kind = new DocumentKind<>(KIND, StoredName.SHAPE, json::write, text -> json.parse(StoredName.class, text));
        cache = caches.wholeKind(this::all, unit -> newest(unit).content(), DirectoryNames::changed);
    }

    /** The cached name; empty until EK has given one. */
    public Optional<String> of(HsaId unit) {
        return cache.get(unit).map(StoredName::name);
    }

    /** Stores the name from EK if it has changed; returns whether it has. */
    boolean keep(HsaId unit, Optional<String> name) {
        DocumentVersion<StoredName> before = newest(unit);
        if (before.content().map(StoredName::name).equals(name)) {
            return false;
        }
        Content content = kind.content(name.map(StoredName::new), US);
        try {
            documents.save(id(unit), before.version(), content);
            return true;
        } catch (StaleVersionException anotherNodeWasFaster) {
            return false;
        }
    }

    private Map<HsaId, StoredName> all() {
        Map<HsaId, StoredName> names = new HashMap<>();
        for (Document document : documents.newestOfAll(Scope.Level.UNIT, KIND, KEY)) {
            HsaId unit = new HsaId(document.id().scope().id());
            DocumentVersion.of(document, kind).content().ifPresent(name -> names.put(unit, name));
        }
        return names;
    }

    private DocumentVersion<StoredName> newest(HsaId unit) {
        return documents
                .newest(id(unit))
                .map(document -> DocumentVersion.of(document, kind))
                .orElseGet(DocumentVersion::none);
    }

    private static Optional<HsaId> changed(Change change) {
        return change.kind().equals(KIND) ? Optional.of(new HsaId(change.scope().id())) : Optional.empty();
    }

    private static DocumentId id(HsaId unit) {
        return new DocumentId(Scope.unit(unit), KIND, KEY);
    }
}
