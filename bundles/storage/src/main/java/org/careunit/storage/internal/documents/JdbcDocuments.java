package org.careunit.storage.internal.documents;

import java.time.Clock;
import java.time.Instant;
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
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.documents.DocumentQueries.Head;

/** Stores versioned documents in the database: reads, changes under locks, and undoing change sets. */
public final class JdbcDocuments implements Documents {

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final DocumentQueries queries;
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
        this.queries = new DocumentQueries(sql, clock);
        this.clock = clock;
        this.changes = changes;
        this.audit = audit;
        this.locks = locks;
    }

    @Override
    public Optional<Document> current(DocumentId id) {
        return queries.current(id);
    }

    @Override
    public Optional<Document> at(DocumentId id, Instant instant) {
        return queries.at(id, instant);
    }

    @Override
    public Optional<Document> newest(DocumentId id) {
        return queries.newest(id);
    }

    @Override
    public Optional<Document> version(DocumentId id, long version) {
        return queries.version(id, version);
    }

    @Override
    public List<Document> history(DocumentId id) {
        return queries.history(id);
    }

    @Override
    public List<Document> allOf(Scope scope, String kind) {
        return queries.allOf(scope, kind);
    }

    @Override
    public List<Document> newestOf(Scope scope, String kind) {
        return queries.newestOf(scope, kind);
    }

    @Override
    public List<Document> newestOf(Scope scope, String kind, Set<String> keys) {
        return queries.newestOf(scope, kind, keys);
    }

    @Override
    public List<Document> newestOfAll(Scope.Level level, String kind, String key) {
        return queries.newestOfAll(level, kind, key);
    }

    @Override
    public List<DocumentId> idsOf(Scope.Level level, String kind) {
        return queries.idsOf(level, kind);
    }

    @Override
    public List<Document> changeSet(UUID changeSet) {
        return queries.changeSet(changeSet);
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

    /** Result of a change, which may be null. */
    private record Completed<T>(T result) {}

    @Override
    public List<Document> saveAll(List<Revision> revisions) {
        return transactions.call(() -> {
            Map<DocumentId, Head> heads =
                    queries.heads(revisions.stream().map(Revision::id).toList());
            List<Document> next = revisions.stream()
                    .map(revision -> next(revision, heads.getOrDefault(revision.id(), Head.NONE)))
                    .toList();
            insert(next);
            for (int place = 0; place < next.size(); place++) {
                changes.announce(change(next.get(place)));
                appendAuditRow(next.get(place), revisions.get(place).auditNote());
            }
            return next;
        });
    }

    private static Change change(Document saved) {
        DocumentId id = saved.id();
        return new Change(id.scope(), id.kind(), id.key());
    }

    private void appendAuditRow(Document saved, Optional<AuditNote> auditNote) {
        Content content = saved.content();
        auditNote.ifPresent(row -> audit.append(
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

    @Override
    public Undo undo(UUID changeSet, Set<DocumentId> left, String actor) {
        return transactions.call(() -> {
            List<Document> changed = changeSet(changeSet);
            if (changed.isEmpty()) {
                throw StorageProblem.NO_CHANGE_SET.refused(changeSet);
            }
            Map<DocumentId, Document> newest = queries.newestOf(changed);
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

    private Content contentBefore(Document document, String actor) {
        return queries.before(document)
                .map(Document::content)
                .orElseGet(() -> Content.removed(document.content().shape(), actor));
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
        return DocumentQueries.with(
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
}
