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
import java.util.stream.Collectors;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.database.Sql;

/** Reads documents from their table. */
final class DocumentQueries {

    private static final String ONE = "WHERE scope_level = ? AND scope_id = ? AND kind = ? AND doc_key = ?";
    private static final String AT = " AND state <> 'DRAFT' AND effective_from <= ? ORDER BY effective_from DESC,"
            + " version DESC FETCH FIRST 1 ROWS ONLY";

    /** More in one statement would be a long one for little. */
    private static final int MOST_KEYS = 100;

    private final Sql sql;
    private final Clock clock;

    DocumentQueries(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Document> current(DocumentId id) {
        return at(id, clock.instant());
    }

    Optional<Document> at(DocumentId id, Instant instant) {
        return sql.first("SELECT * FROM documents " + ONE + AT, DocumentQueries::document, with(id, instant))
                .filter(DocumentQueries::isPublished);
    }

    Optional<Document> newest(DocumentId id) {
        return sql.first(
                "SELECT * FROM documents " + ONE + " ORDER BY version DESC FETCH FIRST 1 ROWS ONLY",
                DocumentQueries::document,
                with(id));
    }

    Optional<Document> version(DocumentId id, long version) {
        return sql.first(
                "SELECT * FROM documents " + ONE + " AND version = ?", DocumentQueries::document, with(id, version));
    }

    List<Document> history(DocumentId id) {
        return sql.list(
                "SELECT * FROM documents " + ONE + " ORDER BY version DESC", DocumentQueries::document, with(id));
    }

    List<Document> allOf(Scope scope, String kind) {
        String query = "SELECT * FROM (SELECT d.*, row_number() OVER (PARTITION BY doc_key"
                + " ORDER BY effective_from DESC, version DESC) AS place FROM documents d"
                + " WHERE scope_level = ? AND scope_id = ? AND kind = ? AND state <> 'DRAFT' AND effective_from <= ?)"
                + " ranked WHERE place = 1 AND state = 'PUBLISHED' ORDER BY doc_key";
        return sql.list(query, DocumentQueries::document, scope.level(), scope.id(), kind, clock.instant());
    }

    List<Document> newestOf(Scope scope, String kind) {
        return sql.list(newestWhere("*", ""), DocumentQueries::document, scope.level(), scope.id(), kind);
    }

    List<Document> newestOf(Scope scope, String kind, Set<String> keys) {
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
        return sql.list(newestWhere("*", oneOf(keys.size())), DocumentQueries::document, values.toArray());
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

    List<Document> newestOfAll(Scope.Level level, String kind, String key) {
        String query = "SELECT * FROM (SELECT d.*, row_number() OVER (PARTITION BY scope_id ORDER BY version DESC)"
                + " AS place FROM documents d WHERE scope_level = ? AND kind = ? AND doc_key = ?) ranked"
                + " WHERE place = 1 ORDER BY scope_id";
        return sql.list(query, DocumentQueries::document, level, kind, key);
    }

    List<DocumentId> idsOf(Scope.Level level, String kind) {
        return sql.list(
                "SELECT DISTINCT scope_id, doc_key FROM documents WHERE scope_level = ? AND kind = ?",
                row -> new DocumentId(new Scope(level, row.getString("scope_id")), kind, row.getString("doc_key")),
                level,
                kind);
    }

    List<Document> changeSet(UUID changeSet) {
        return sql.list(
                "SELECT * FROM documents WHERE change_set = ? ORDER BY saved_at, scope_level, scope_id, kind, doc_key",
                DocumentQueries::document,
                changeSet);
    }

    /** The newest versions of several documents: a query for each scope and kind. */
    Map<DocumentId, Document> newestOf(List<Document> changed) {
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

    /** The version before: of a draft the previous one, of others the version in force before. */
    Optional<Document> before(Document document) {
        if (document.content().state() == State.DRAFT) {
            return version(document.id(), document.version() - 1);
        }
        return sql.first(
                "SELECT * FROM documents " + ONE + " AND version < ?" + AT,
                DocumentQueries::document,
                with(document.id(), document.version(), document.effectiveFrom()));
    }

    /** The newest versions, without their text: a query for each scope and kind. */
    Map<DocumentId, Head> heads(List<DocumentId> documents) {
        Map<DocumentId, Head> heads = new HashMap<>();
        documents.stream()
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
    record Head(long version, int shape) {

        static final Head NONE = new Head(0, 0);
    }

    private static boolean isPublished(Document document) {
        return document.content().state() == State.PUBLISHED;
    }

    static Object[] with(DocumentId id, Object... more) {
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
