package org.careunit.storage.internal.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.careunit.storage.Scope;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.Trace;
import org.careunit.storage.documents.Right;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;

public final class JdbcDocuments implements Documents {

    private static final String ONE = "WHERE scope_level = ? AND scope_id = ? AND kind = ? AND doc_key = ?";
    private static final String AT = " AND state <> 'DRAFT' AND effective_from <= ? ORDER BY effective_from DESC,"
            + " version DESC FETCH FIRST 1 ROWS ONLY";

    /** More in one statement would be a long one for little. */
    private static final int MOST_KEYS = 100;

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final ChangeBroadcast changes;
    private final AuditTrail audit;
    private final ScopeLocks locks;

    public JdbcDocuments(
            JdbcTransactions transactions,
            Sql sql,
            Clock clock,
            ChangeBroadcast changes,
            AuditTrail audit,
            ScopeLocks locks) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.changes = changes;
        this.audit = audit;
        this.locks = locks;
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
        return sql.list(newestWhere("*", ""), JdbcDocuments::document, scope.level(), scope.id(), kind);
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
        return sql.list(newestWhere("*", oneOf(keys.size())), JdbcDocuments::document, values.toArray());
    }

    private static String oneOf(int keys) {
        return " AND doc_key IN (" + String.join(", ", Collections.nCopies(keys, "?")) + ")";
    }

    private static String newestWhere(String columns, String more) {
        return "SELECT " + columns
                + " FROM (SELECT d.*, row_number() OVER (PARTITION BY doc_key ORDER BY version DESC) AS place"
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
    public <T> T change(Set<Scope> scopes, Right right, Supplier<T> work) {
        List<Scope> ordered = scopes.stream().sorted(ScopeLocks.ORDER).toList();
        if (transactions.isOpen()) {
            ordered.forEach(scope -> {
                locks.lock(scope);
                right.require(scope);
            });
            return work.get();
        }
        Optional<Completed<T>> done;
        do {
            ordered.forEach(right::require);
            done = transactions.call(() -> changeIfPermitted(ordered, right, work));
        } while (done.isEmpty());
        return done.get().result();
    }

    /**
     * Empty if the actor has lost the right meanwhile: the refusal is made outside, so that its audit row is not rolled
     * back.
     */
    private <T> Optional<Completed<T>> changeIfPermitted(List<Scope> scopes, Right right, Supplier<T> work) {
        for (Scope scope : scopes) {
            locks.lock(scope);
            if (!right.isGiven(scope)) {
                return Optional.empty();
            }
            right.require(scope);
        }
        return Optional.of(new Completed<>(work.get()));
    }

    /** What a change answered, which may be null. */
    private record Completed<T>(T result) {}

    @Override
    public List<Document> saveAll(List<Revision> revisions) {
        return transactions.call(() -> {
            Map<DocumentId, Head> heads = heads(revisions);
            List<Document> next = revisions.stream()
                    .map(revision -> next(revision, heads.getOrDefault(revision.id(), Head.NONE)))
                    .toList();
            insert(next);
            for (int place = 0; place < next.size(); place++) {
                changes.announce(change(next.get(place)));
                leaveTrace(next.get(place), revisions.get(place).trace());
            }
            return next;
        });
    }

    private static Change change(Document saved) {
        DocumentId id = saved.id();
        return new Change(id.scope(), id.kind(), id.key());
    }

    private void leaveTrace(Document saved, Optional<Trace> trace) {
        Content content = saved.content();
        trace.ifPresent(row -> audit.append(
                saved.id().scope(),
                new AuditTrail.Row(
                        content.actor(),
                        row.action(),
                        row.text(saved.version(), content.changeSet()),
                        Optional.empty())));
    }

    private Document next(Revision revision, Head newest) {
        refuseOlderShape(revision, newest);
        long expected = revision.expectedVersion().orElse(newest.version());
        if (newest.version() != expected) {
            throw stale(revision.id(), expected);
        }
        Instant now = clock.instant();
        return new Document(
                revision.id(), expected + 1, revision.effectiveFrom().orElse(now), revision.content(), now);
    }

    /** The newest versions, without their text: a query for each scope and kind. */
    private Map<DocumentId, Head> heads(List<Revision> revisions) {
        Map<DocumentId, Head> heads = new HashMap<>();
        revisions.stream()
                .map(Revision::id)
                .collect(Collectors.groupingBy(id -> new DocumentId(id.scope(), id.kind(), "")))
                .forEach((kind, ids) -> heads.putAll(heads(kind, ids)));
        return heads;
    }

    private Map<DocumentId, Head> heads(DocumentId kind, List<DocumentId> ids) {
        Map<DocumentId, Head> heads = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_KEYS) {
            List<DocumentId> some = ids.subList(from, Math.min(ids.size(), from + MOST_KEYS));
            List<Object> values =
                    new ArrayList<>(List.of(kind.scope().level(), kind.scope().id(), kind.kind()));
            some.forEach(id -> values.add(id.key()));
            sql.list(
                            newestWhere("doc_key, version, shape", oneOf(some.size())),
                            row -> Map.entry(
                                    new DocumentId(kind.scope(), kind.kind(), row.getString("doc_key")),
                                    new Head(row.getLong("version"), row.getInt("shape"))),
                            values.toArray())
                    .forEach(head -> heads.put(head.getKey(), head.getValue()));
        }
        return heads;
    }

    /** The newest version of a document. */
    private record Head(long version, int shape) {

        private static final Head NONE = new Head(0, 0);
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
                throw StorageProblem.NO_CHANGE_SET.refused(changeSet);
            }
            Map<DocumentId, Document> newest = newestOf(changed);
            Map<Boolean, List<Document>> untouched = changed.stream()
                    .collect(Collectors.partitioningBy(
                            document -> newest.get(document.id()).version() == document.version()
                                    && !left.contains(document.id())));
            UUID inverse = UUID.randomUUID();
            List<Document> restored = saveAll(untouched.get(true).stream()
                    .map(document -> Revision.of(
                            document.id(),
                            document.version(),
                            contentBefore(document, actor).again(inverse, actor)))
                    .toList());
            return new Undo(
                    inverse,
                    restored,
                    untouched.get(false).stream()
                            .map(document -> newest.get(document.id()))
                            .toList());
        });
    }

    private Map<DocumentId, Document> newestOf(List<Document> changed) {
        Map<DocumentId, Document> newest = new HashMap<>();
        changed.stream()
                .map(Document::id)
                .collect(Collectors.groupingBy(
                        id -> new DocumentId(id.scope(), id.kind(), ""),
                        Collectors.mapping(DocumentId::key, Collectors.toSet())))
                .forEach((kind, keys) -> newestOf(kind.scope(), kind.kind(), keys)
                        .forEach(document -> newest.put(document.id(), document)));
        return newest;
    }

    private Content contentBefore(Document document, String actor) {
        return before(document)
                .map(Document::content)
                .orElseGet(() -> Content.removed(document.content().shape(), actor));
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

    private void insert(List<Document> next) {
        int[] inserted = sql.batch(
                "INSERT INTO documents (scope_level, scope_id, kind, doc_key, version, state, effective_from,"
                        + " parent_version, shape, change_set, body, actor, saved_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                next.stream().map(JdbcDocuments::values).toList());
        for (int place = 0; place < inserted.length; place++) {
            if (inserted[place] == 0) {
                throw stale(next.get(place).id(), next.get(place).version() - 1);
            }
        }
    }

    private static Object[] values(Document next) {
        Content content = next.content();
        return with(
                next.id(),
                next.version(),
                content.state(),
                next.effectiveFrom(),
                content.parentVersion(),
                content.shape(),
                content.changeSet(),
                content.json(),
                content.actor(),
                next.savedAt());
    }

    private StaleVersionException stale(DocumentId id, long expected) {
        return newest(id)
                .map(current -> new StaleVersionException(expected, current))
                .orElseThrow(() -> StorageProblem.NO_DOCUMENT.refused(id, expected));
    }

    private static void refuseOlderShape(Revision revision, Head newest) {
        if (newest.shape() > revision.content().shape()) {
            throw StorageProblem.NEWER_SHAPE.refused(
                    revision.id(), newest.shape(), revision.content().shape());
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
