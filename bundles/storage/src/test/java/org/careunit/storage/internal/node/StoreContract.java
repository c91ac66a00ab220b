package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.internal.messages.LedgerContract;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: transactions, events, cases and documents. */
public abstract class StoreContract {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    public static final CaseRef CASE = new CaseRef(UNIT, "case-1");
    private static final DocumentId SETTINGS = new DocumentId(Scope.unit(UNIT), "settings", "e-mail");

    private TestStore store;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void ofTwoTransactionsWithTheSameEventOneWins() throws Exception {
        CountDownLatch bothReady = new CountDownLatch(2);
        Callable<Boolean> takeIn = () -> store.transactions().call(() -> {
            awaitOthers(bothReady);
            boolean fresh = !store.events().add(List.of(event("e-1"))).isEmpty();
            if (fresh) {
                store.jobs().add(List.of(NewJob.now(JobId.of("notify", "e-1"), "")));
                store.cases().add(List.of(openCase()));
            }
            return fresh;
        });
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = callers.submit(takeIn);
            Future<Boolean> second = callers.submit(takeIn);
            assertThat(List.of(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            callers.shutdownNow();
        }
        assertThat(store.events().ofCase(CASE)).hasSize(1);
        assertThat(store.jobs().waiting(10)).hasSize(1);
        assertThat(store.cases().openOf(UNIT, 10)).hasSize(1);
    }

    @Test
    public void whoWaitsForATransactionThatIsRolledBackWins() throws Exception {
        CountDownLatch added = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<?> loser = callers.submit(() -> store.transactions().run(() -> {
                store.events().add(List.of(event("e-1")));
                added.countDown();
                throw new IllegalStateException("rolled back on purpose");
            }));
            assertThat(added.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(store.events().add(List.of(event("e-1")))).containsExactly("e-1");
            assertThatThrownBy(() -> loser.get(10, TimeUnit.SECONDS)).hasMessageContaining("on purpose");
        } finally {
            callers.shutdownNow();
        }
        assertThat(store.events().ofCase(CASE)).hasSize(1);
    }

    @Test
    public void aRollbackLeavesNeitherRowsNorJobs() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.events().add(List.of(event("e-1")));
                    store.cases().add(List.of(openCase()));
                    store.documents().save(SETTINGS, 0, Content.published(1, "{}", "host:test"));
                    store.messages().enter(LedgerContract.message("e-1", "recipient", UUID.randomUUID()));
                    store.jobs().add(List.of(NewJob.now(JobId.of("notify", "e-1"), "")));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.events().ofCase(CASE)).isEmpty();
        assertThat(store.cases().openOf(UNIT, 10)).isEmpty();
        assertThat(store.documents().history(SETTINGS)).isEmpty();
        assertThat(store.messages().about(CASE)).isEmpty();
        assertThat(store.jobs().waiting(10)).isEmpty();
    }

    @Test
    public void aFailureInsideRollsBackEvenWhenItIsCaughtOutside() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.events().add(List.of(event("e-1")));
                    try {
                        store.transactions().run(() -> {
                            throw new IllegalArgumentException("inner");
                        });
                    } catch (IllegalArgumentException caught) {
                        assertThat(caught).hasMessage("inner");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.events().ofCase(CASE)).isEmpty();
    }

    @Test
    public void whatFollowsACommitRunsOnlyAfterACommit() {
        StringBuilder followed = new StringBuilder();
        store.transactions().run(() -> {
            store.transactions().afterCommit(() -> followed.append("committed"));
            assertThat(followed).isEmpty();
        });
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.transactions().afterCommit(() -> followed.append("never"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(followed).hasToString("committed");
    }

    @Test
    public void anEventComesBackAsItWas() {
        StoredEvent event = new StoredEvent(
                "e-1",
                "answered",
                Optional.of(CASE),
                OptionalLong.of(7),
                Instant.parse("1970-01-01T00:00:00Z"),
                "{\"å\":1}");
        assertThat(store.events().add(List.of(event, event("e-2")))).containsExactlyInAnyOrder("e-1", "e-2");
        assertThat(store.events().add(List.of(event))).isEmpty();
        assertThat(store.events().ofCase(CASE)).contains(event).hasSize(2);
    }

    @Test
    public void aLockedCaseIsChangedByOneAtATime() throws Exception {
        store.cases().add(List.of(openCase()));
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> additions = java.util.Collections.nCopies(
                    20, Executors.callable(() -> store.transactions().run(this::postponeByASecond)));
            for (Future<Object> addition : callers.invokeAll(additions)) {
                addition.get(30, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(store.cases().openOf(UNIT, 1).get(0).staffDue()).contains(Instant.EPOCH.plusSeconds(20));
    }

    private void postponeByASecond() {
        StoredCase locked = store.cases().lock(Set.of(CASE)).get(CASE);
        Instant due = locked.staffDue().orElse(Instant.EPOCH).plusSeconds(1);
        store.cases()
                .update(List.of(new StoredCase(
                        CASE,
                        locked.phase(),
                        locked.caseType(),
                        locked.receivedAt(),
                        locked.handler(),
                        Optional.of(due),
                        locked.residentDue(),
                        locked.closedAt(),
                        locked.last())));
    }

    @Test
    public void aStaleVersionIsAConflictThatCarriesTheOther() {
        store.documents().save(SETTINGS, 0, Content.published(1, "{\"a\":1}", "staff:one"));
        Document theirs = store.documents().save(SETTINGS, 1, Content.published(1, "{\"a\":2}", "staff:two"));
        assertThatThrownBy(() -> store.documents().save(SETTINGS, 1, Content.published(1, "{\"a\":3}", "staff:one")))
                .isInstanceOfSatisfying(StaleVersionException.class, conflict -> {
                    assertThat(conflict.newest()).isEqualTo(theirs);
                    assertThat(conflict.expected()).isEqualTo(1);
                });
        assertThat(store.documents().current(SETTINGS)).contains(theirs);
        assertThat(store.documents().history(SETTINGS)).hasSize(2);
    }

    @Test
    public void ofTwoWhoSaveAtOnceOneGetsTheConflict() throws Exception {
        store.documents().save(SETTINGS, 0, Content.published(1, "{}", "staff:one"));
        CountDownLatch bothReady = new CountDownLatch(2);
        ExecutorService authors = Executors.newFixedThreadPool(2);
        Callable<Object> save = () -> store.transactions().call(() -> {
            awaitOthers(bothReady);
            return store.documents().save(SETTINGS, 1, Content.published(1, "{}", "staff:two"));
        });
        try {
            List<Future<Object>> both = List.of(authors.submit(save), authors.submit(save));
            assertThat(both).filteredOn(StoreContract::conflicted).hasSize(1);
        } finally {
            authors.shutdownNow();
        }
        assertThat(store.documents().history(SETTINGS)).hasSize(2);
    }

    private static boolean conflicted(Future<Object> saved) {
        try {
            saved.get(30, TimeUnit.SECONDS);
            return false;
        } catch (java.util.concurrent.ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(StaleVersionException.class);
            return true;
        } catch (InterruptedException | java.util.concurrent.TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    public void aScheduledVersionIsReadFromItsTimeOn() {
        Documents documents = store.documents();
        Document now = documents.save(SETTINGS, 0, Content.published(1, "{\"v\":\"now\"}", "staff:one"));
        Instant midnight = now.savedAt().plus(Duration.ofHours(3));
        Document later = documents.save(Revision.of(SETTINGS, 1, Content.published(1, "{\"v\":\"later\"}", "staff:one"))
                .from(midnight));
        documents.save(SETTINGS, 2, Content.draft(1, "{\"v\":\"draft\"}", "staff:one"));

        assertThat(documents.current(SETTINGS)).contains(now);
        assertThat(documents.at(SETTINGS, midnight.minusNanos(1000))).contains(now);
        assertThat(documents.at(SETTINGS, midnight)).contains(later);
        assertThat(documents.newest(SETTINGS).orElseThrow().content().state()).isEqualTo(State.DRAFT);
        assertThat(store.jobs().waiting(10)).isEmpty();
    }

    @Test
    public void aRegionsDocumentIsInheritedAndAChangeSetOverUnitsIsTakenBack() {
        Documents documents = store.documents();
        DocumentId parent = new DocumentId(Scope.region("01"), "greeting", "hello");
        DocumentId other = new DocumentId(Scope.unit(new HsaId("SE1111111111-UNIT2")), "greeting", "hello");
        DocumentId own = new DocumentId(Scope.unit(UNIT), "greeting", "hello");
        documents.save(parent, 0, Content.published(1, "Hej", "staff:region"));
        assertThat(greeting(own)).isEqualTo("Hej");

        UUID change = UUID.randomUUID();
        documents.save(
                own, 0, Content.published(1, "God dag", "staff:one").onParent(1).in(change));
        documents.save(
                other,
                0,
                Content.published(1, "God dag", "staff:one").onParent(1).in(change));
        Document since = documents.save(other, 1, Content.published(1, "Hallå", "staff:two"));
        assertThat(documents.current(own).orElseThrow().content().parentVersion())
                .hasValue(1);

        Documents.Undo undo = documents.undo(change, "staff:one");
        assertThat(undo.conflicts()).containsExactly(since);
        assertThat(undo.restored()).extracting(Document::id).containsExactly(own);
        assertThat(greeting(own)).isEqualTo("Hej");
        assertThat(greeting(other)).isEqualTo("Hallå");
        assertThat(documents.allOf(own.scope(), "greeting")).isEmpty();

        documents.undo(undo.changeSet(), "staff:one");
        assertThat(greeting(own)).isEqualTo("God dag");
        assertThat(documents.history(own)).hasSize(3);
    }

    private String greeting(DocumentId id) {
        DocumentId parent = new DocumentId(Scope.region("01"), id.kind(), id.key());
        return store.documents()
                .current(id)
                .or(() -> store.documents().current(parent))
                .orElseThrow()
                .content()
                .json();
    }

    @Test
    public void aNewerShapeIsReadButNotWrittenOver() {
        Document newer = store.documents().save(SETTINGS, 0, Content.published(3, "{\"new\":1}", "staff:one"));
        assertThat(store.documents().current(SETTINGS)).contains(newer);
        assertThatThrownBy(() -> store.documents().save(SETTINGS, 1, Content.published(2, "{}", "staff:one")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("shape 3")
                .hasMessageContaining("upgrade this node");
    }

    @Test
    public void theNewestOfSomeKeysAreReadWithoutTheOthers() {
        Documents documents = store.documents();
        List<String> keys =
                IntStream.range(100, 250).mapToObj(Integer::toString).toList();
        Document first = documents.save(id("100"), 0, Content.published(1, "1", "staff:one"));
        store.transactions().run(() -> keys.stream()
                .skip(1)
                .forEach(key -> documents.save(id(key), 0, Content.published(1, "{}", "staff:one"))));
        Document second = documents.save(id("101"), 1, Content.published(1, "2", "staff:one"));

        assertThat(documents.newestOf(SETTINGS.scope(), "some", Set.of("101", "100", "none", "' OR 1 = 1 --")))
                .containsExactly(first, second);
        assertThat(documents.newestOf(SETTINGS.scope(), "some", Set.of())).isEmpty();
        assertThat(documents.newestOf(SETTINGS.scope(), "some", Set.copyOf(keys)))
                .isEqualTo(documents.newestOf(SETTINGS.scope(), "some"))
                .hasSize(keys.size());
    }

    @Test
    public void theIdsOfAKindAreThoseThatWereEverSaved() {
        Documents documents = store.documents();
        documents.save(id("1"), 0, Content.published(1, "{}", "staff:one"));
        documents.save(id("1"), 1, Content.published(1, "{}", "staff:one"));
        DocumentId elsewhere = new DocumentId(Scope.unit(new HsaId("SE1111111111-ELSEWHERE")), "some", "2");
        documents.save(
                elsewhere, 0, new Content(State.REMOVED, 1, "{}", OptionalLong.empty(), Optional.empty(), "staff:one"));
        documents.save(new DocumentId(Scope.region("01"), "some", "3"), 0, Content.published(1, "{}", "staff:one"));

        assertThat(documents.idsOf(Scope.Level.UNIT, "some")).containsExactlyInAnyOrder(id("1"), elsewhere);
        assertThat(documents.idsOf(Scope.Level.UNIT, "other")).isEmpty();
    }

    private static DocumentId id(String key) {
        return new DocumentId(SETTINGS.scope(), "some", key);
    }

    public static StoredEvent event(String id) {
        return new StoredEvent(id, "case-received", Optional.of(CASE), OptionalLong.empty(), Instant.EPOCH, "{}");
    }

    public static StoredCase openCase() {
        return new StoredCase(
                CASE,
                StoredCase.Phase.OPEN,
                Optional.of(new CaseTypeKey("kontakta-mig")),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(event("e-1").place()));
    }

    private static void awaitOthers(CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
