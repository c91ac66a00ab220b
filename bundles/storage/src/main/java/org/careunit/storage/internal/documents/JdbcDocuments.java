package org.careunit.storage.internal.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.internal.database.Sql;

public final class JdbcDocuments implements Documents {

    private static final String ONE = "WHERE scope_level = ? AND scope_id = ? AND kind = ? AND doc_key = ?";
    private static final String AT = " AND state <> 'DRAFT' AND effective_from <= ? ORDER BY effective_from DESC,"
            + " version DESC FETCH FIRST 1 ROWS ONLY";

    /** More in one statement would be a long one for little. */
    private static final int MOST_KEYS = 100;

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final Changes changes;

    public JdbcDocuments(Transactions transactions, Sql sql, Clock clock, Changes changes) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public Optional<Document> current(DocumentId id) {
        return at(id, clock.instant());
    }

    @Override
    public Optional<Document> at(DocumentId id, Instant instant) {
        return sql.first("SELECT * FROM documents " + ONE + AT, JdbcDocuments::document, with(id, instant))
                .filter(JdbcDocuments::isPublished);
    }

    @Override
    public Optional<Document> newest(DocumentId id) {
        return sql.first(
                "SELECT * FROM documents " + ONE + " ORDER BY version DESC FETCH FIRST 1 ROWS ONLY",
                JdbcDocuments::document,
                with(id));
    }

    @Override
    public Optional<Document> version(DocumentId id, long version) {
        return sql.first(
                "SELECT * FROM documents " + ONE + " AND version = ?", JdbcDocuments::document, with(id, version));
    }

    @Override
    public List<Document> history(DocumentId id) {
        return sql.list("SELECT * FROM documents " + ONE + " ORDER BY version DESC", JdbcDocuments::document, with(id));
    }

    @Override
    public List<Document> allOf(Scope scope, String kind) {
        String query = "SELECT * FROM (SELECT d.*, row_number() OVER (PARTITION BY doc_key"
                + " ORDER BY effective_from DESC, version DESC) AS place FROM documents d"
                + " WHERE scope_level = ? AND scope_id = ? AND kind = ? AND state <> 'DRAFT' AND effective_from <= ?)"
                + " ranked WHERE place = 1 AND state = 'PUBLISHED' ORDER BY doc_key";
        return sql.list(query, JdbcDocuments::document, scope.level(), scope.id(), kind, clock.instant());
    }

    @Override
    public List<Document> newestOf(Scope scope, String kind) {
        return sql.list(newestWhere(""), JdbcDocuments::document, scope.level(), scope.id(), kind);
    }

    @Override
    public List<Document> newestOf(Scope scope, String kind, Set<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        if (keys.size() > MOST_KEYS) {
            return newestOf(scope, kind).stream()
                    .filter(document -> keys.contains(document.id().key()))
                    .toList();
        }
        List<Object> values = new ArrayList<>(List.of(scope.level(), scope.id(), kind));
        values.addAll(keys);
        String oneOf = " AND doc_key IN (" + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")";
        return sql.list(newestWhere(oneOf), JdbcDocuments::document, values.toArray());
    }

    private static String newestWhere(String more) {
        return "SELECT * FROM (SELECT d.*, row_number() OVER (PARTITION BY doc_key ORDER BY version DESC) AS place"
                + " FROM documents d WHERE scope_level = ? AND scope_id = ? AND kind = ?" + more + ") ranked"
                + " WHERE place = 1 ORDER BY doc_key";
    }

    @Override
    public List<Document> newestOfAll(Scope.Level level, String kind, String key) {
        String query = "SELECT * FROM (SELECT d.*, row_number() OVER (PARTITION BY scope_id ORDER BY version DESC)"
                + " AS place FROM documents d WHERE scope_level = ? AND kind = ? AND doc_key = ?) ranked"
                + " WHERE place = 1 ORDER BY scope_id";
        return sql.list(query, JdbcDocuments::document, level, kind, key);
    }

    @Override
    public List<DocumentId> idsOf(Scope.Level level, String kind) {
        return sql.list(
                "SELECT DISTINCT scope_id, doc_key FROM documents WHERE scope_level = ? AND kind = ?",
                row -> new DocumentId(new Scope(level, row.getString("scope_id")), kind, row.getString("doc_key")),
                level,
                kind);
    }

    @Override
    public Document save(DocumentId id, long expected, Content content) {
        return save(id, expected, content, clock.instant());
    }

    @Override
    public Document save(DocumentId id, long expected, Content content, Instant effectiveFrom) {
        return transactions.call(() -> {
            Optional<Document> newest = newest(id);
            newest.ifPresent(document -> refuseOlderShape(document, content));
            if (newest.map(Document::version).orElse(0L) != expected) {
                throw stale(id, expected);
            }
            Document next = new Document(id, expected + 1, effectiveFrom, content, clock.instant());
            if (!insert(next)) {
                throw stale(id, expected);
            }
            changes.announce(new Changes.Change(id.scope(), id.kind(), id.key()));
            return next;
        });
    }

    @Override
    public List<Document> changeSet(UUID changeSet) {
        return sql.list(
                "SELECT * FROM documents WHERE change_set = ? ORDER BY saved_at, scope_level, scope_id, kind, doc_key",
                JdbcDocuments::document,
                changeSet);
    }

    @Override
    public Undo undo(UUID changeSet, Set<DocumentId> left, String actor) {
        return transactions.call(() -> {
            List<Document> changed = changeSet(changeSet);
            if (changed.isEmpty()) {
                throw new RefusedException("There is no change set " + changeSet + ": list the history for its id");
            }
            UUID inverse = UUID.randomUUID();
            List<Document> restored = new ArrayList<>();
            List<Document> conflicts = new ArrayList<>();
            for (Document document : changed) {
                Document newest = newest(document.id()).orElseThrow();
                if (newest.version() == document.version() && !left.contains(document.id())) {
                    restored.add(restoreBefore(document, inverse, actor));
                } else {
                    conflicts.add(newest);
                }
            }
            return new Undo(inverse, restored, conflicts);
        });
    }

    private Document restoreBefore(Document document, UUID inverse, String actor) {
        Content before = before(document)
                .map(Document::content)
                .orElse(new Content(
                        State.REMOVED,
                        document.content().shape(),
                        "{}",
                        OptionalLong.empty(),
                        Optional.empty(),
                        actor));
        Content again = new Content(
                before.state(), before.shape(), before.json(), before.parentVersion(), Optional.of(inverse), actor);
        return save(document.id(), document.version(), again);
    }

    /** What a draft was written over; of anything else, what counted when it began to count. */
    private Optional<Document> before(Document document) {
        if (document.content().state() == State.DRAFT) {
            return version(document.id(), document.version() - 1);
        }
        return sql.first(
                "SELECT * FROM documents " + ONE + " AND version < ?" + AT,
                JdbcDocuments::document,
                with(document.id(), document.version(), document.effectiveFrom()));
    }

    private boolean insert(Document next) {
        Content content = next.content();
        return sql.update(
                        "INSERT INTO documents (scope_level, scope_id, kind, doc_key, version, state, effective_from,"
                                + " parent_version, shape, change_set, body, actor, saved_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        with(
                                next.id(),
                                next.version(),
                                content.state(),
                                next.effectiveFrom(),
                                content.parentVersion(),
                                content.shape(),
                                content.changeSet(),
                                content.json(),
                                content.actor(),
                                next.savedAt()))
                == 1;
    }

    private StaleVersionException stale(DocumentId id, long expected) {
        return newest(id)
                .map(current -> new StaleVersionException(expected, current))
                .orElseThrow(() -> new RefusedException(
                        "There is no " + id + ": it was said to be at version " + expected + ", use 0 for a new one"));
    }

    private static void refuseOlderShape(Document newest, Content content) {
        if (newest.content().shape() > content.shape()) {
            throw new RefusedException(newest.id() + " was saved in shape "
                    + newest.content().shape() + " by a newer Careunit; this one writes shape " + content.shape()
                    + " and would lose a part of it: upgrade this node first");
        }
    }

    private static boolean isPublished(Document document) {
        return document.content().state() == State.PUBLISHED;
    }

    private static Object[] with(DocumentId id, Object... more) {
        List<Object> values =
                new ArrayList<>(List.of(id.scope().level(), id.scope().id(), id.kind(), id.key()));
        values.addAll(List.of(more));
        return values.toArray();
    }

    private static Document document(ResultSet row) throws SQLException {
        Scope scope = new Scope(Scope.Level.valueOf(row.getString("scope_level")), row.getString("scope_id"));
        Content content = new Content(
                State.valueOf(row.getString("state")),
                row.getInt("shape"),
                row.getString("body"),
                Sql.optionalLong(row, "parent_version"),
                Optional.ofNullable(row.getObject("change_set", UUID.class)),
                row.getString("actor"));
        return new Document(
                new DocumentId(scope, row.getString("kind"), row.getString("doc_key")),
                row.getLong("version"),
                Sql.instant(row, "effective_from"),
                content,
                Sql.instant(row, "saved_at"));
    }
}
