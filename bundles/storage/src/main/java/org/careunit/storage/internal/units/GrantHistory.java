package org.careunit.storage.internal.units;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careunit.api.access.Period;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Versions;
import org.careunit.storage.json.RecordJson;

/** What staff were permitted at units: a document for each of them at each unit, and a version for each change. */
public final class GrantHistory {

    static final String KIND = "permissions";

    /** Who saved what was granted before there were versions. */
    private static final String BEFORE = "system:permissions";

    private static final int SHAPE = 1;

    private final Documents documents;

    public GrantHistory(Documents documents) {
        this.documents = documents;
    }

    /**
     * Keeps a change, in the caller's transaction; what was granted before there were versions becomes the first.
     *
     * @return whether it is one
     */
    public boolean keep(StaffAtUnit had, Map<Permission, Period> wanted, String actor) {
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

    public List<Saved<Map<Permission, Period>>> of(HsaId unit, HsaId staff) {
        return Versions.of(documents.history(id(unit, staff)), GrantHistory::grants);
    }

    private long save(DocumentId id, long seen, Map<Permission, Period> grants, String actor) {
        Map<String, HeldGrants.Span> byName = new TreeMap<>();
        grants.forEach((permission, period) -> byName.put(permission.name(), HeldGrants.Span.of(period)));
        String json = new RecordJson().write(new HeldGrants(byName));
        return documents.save(id, seen, Content.published(SHAPE, json, actor)).version();
    }

    private static Map<Permission, Period> grants(Document document) {
        Map<Permission, Period> grants = new EnumMap<>(Permission.class);
        new RecordJson()
                .stored(HeldGrants.class, null, document.content().json())
                .grants()
                .forEach((name, span) -> grants.put(Permission.valueOf(name), span.period()));
        return grants;
    }

    private static DocumentId id(HsaId unit, HsaId staff) {
        return new DocumentId(Scope.unit(unit), KIND, staff.value());
    }
}
