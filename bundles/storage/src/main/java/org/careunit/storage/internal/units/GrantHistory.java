package org.careunit.storage.internal.units;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;

/**
 * Stores the history of staff permissions: a document for each staff member at each unit, with a version for each
 * change.
 */
public final class GrantHistory {

    static final String KIND = "permissions";

    /** Who saved what was granted before there were versions. */
    private static final String BEFORE = "system:permissions";

    private static final int SHAPE = 1;

    private final Documents documents;
    private final DocumentRepository<Map<Permission, GrantPeriod>> repository;

    public GrantHistory(Documents documents) {
        this.documents = documents;
        RecordJson json = new RecordJson();
        repository = new DocumentRepository<>(
                documents,
                new DocumentKind<>(KIND, SHAPE, grants -> json.write(GrantsVersion.of(grants)), text -> json.stored(
                                GrantsVersion.class, null, text)
                        .periods()));
    }

    /**
     * Stores a change, in the caller's transaction; permissions from before there were versions become the first
     * version.
     *
     * @return whether it is one
     */
    boolean keep(StaffAtUnit had, Map<Permission, GrantPeriod> wanted, String actor) {
        if (had.grants().equals(wanted)) {
            return false;
        }
        DocumentId id = id(had.unit(), had.staff());
        long newest = documents.newest(id).map(Document::version).orElse(0L);
        if (newest == 0 && !had.grants().isEmpty()) {
            newest = save(id, newest, had.grants(), BEFORE);
        }
        save(id, newest, wanted, actor);
        return true;
    }

    List<Saved<Map<Permission, GrantPeriod>>> of(HsaId unit, StaffId staff) {
        return repository.history(id(unit, staff));
    }

    /** The right was asked for, and the audit row is written, by who knows what was granted before. */
    private long save(DocumentId id, long expectedVersion, Map<Permission, GrantPeriod> grants, String actor) {
        return documents
                .save(id, expectedVersion, repository.kind().content(Optional.of(grants), actor))
                .version();
    }

    private static DocumentId id(HsaId unit, StaffId staff) {
        return new DocumentId(Scope.unit(unit), KIND, staff.value());
    }
}
