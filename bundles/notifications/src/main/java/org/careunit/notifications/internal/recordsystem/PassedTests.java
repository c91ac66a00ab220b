package org.careunit.notifications.internal.recordsystem;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.json.RecordJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Stores and caches which test message each unit's record system has passed last; the same on every node. */
@Component(service = PassedTests.class)
public final class PassedTests {

    private static final String KIND = "record-system-test";
    private static final String KEY = "passed";
    private static final int SHAPE = 1;

    private final Documents documents;
    private final Caches caches;
    private final DocumentRepository<Passed> repository;
    private final KindCache<HsaId, Passed> cache;

    /**
     * A test message that was passed.
     *
     * @param fingerprint of the record system as it was then
     */
    public record Passed(String fingerprint, Instant at) {}

    @Activate
    public PassedTests(
            @Reference Documents documents, @Reference Transactions transactions, @Reference ChangeBroadcast changes) {
        RecordJson json = new RecordJson();
        this.documents = documents;
        this.caches = new Caches(transactions, changes);
        repository = new DocumentRepository<>(
                documents, new DocumentKind<>(KIND, SHAPE, json::write, text -> json.stored(Passed.class, null, text)));
        cache = caches.wholeKind(
                this::all, unit -> documents.newest(id(unit)).flatMap(this::passed), PassedTests::changedUnit);
    }

    @Deactivate
    public void close() {
        caches.close();
    }

    private static Optional<HsaId> changedUnit(Change change) {
        return change.kind().equals(KIND) ? Optional.of(new HsaId(change.scope().id())) : Optional.empty();
    }

    private Map<HsaId, Passed> all() {
        return documents.newestOfAll(Scope.Level.UNIT, KIND, KEY).stream()
                .filter(document -> passed(document).isPresent())
                .collect(Collectors.toMap(
                        document -> new HsaId(document.id().scope().id()),
                        document -> passed(document).orElseThrow()));
    }

    private Optional<Passed> passed(Document document) {
        return repository.read(document).content();
    }

    private static DocumentId id(HsaId unit) {
        return new DocumentId(Scope.unit(unit), KIND, KEY);
    }

    /** The last one; empty if there was none. */
    Optional<Passed> of(HsaId unit) {
        return cache.get(unit);
    }

    /** Refuses an actor who may not change what the unit decides. */
    void requireRight(AccessControl access, Actor actor, HsaId unit) {
        Right.ofUnits(access, actor).require(Scope.unit(unit));
    }

    /** Stores that the unit's record system has passed, with a row in the audit trail. */
    void save(AccessControl access, Actor actor, HsaId unit, Passed passed) {
        Right right = Right.ofUnits(access, actor);
        documents.change(
                Scope.unit(unit),
                right,
                () -> documents.save(Revision.over(
                        id(unit),
                        repository.kind().content(Optional.of(passed), actor.label()),
                        new AuditNote("record-system.test", "the record system passed its test message"))));
    }
}
