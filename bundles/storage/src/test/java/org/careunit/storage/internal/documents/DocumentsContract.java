package org.careunit.storage.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What saving versioned documents promises, on every database. */
public abstract class DocumentsContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final Scope SCOPE = Scope.unit(UNIT);
    private static final Scope REGION = Scope.region("01");
    private static final Actor ANNA = new Actor.Staff(new StaffId("SE1111111111-ANNA"));
    private static final DocumentKind<String> KIND = new DocumentKind<>(
            "note", 1, text -> "{\"text\":\"" + text + "\"}", json -> json.substring(9, json.length() - 2));
    private static final DocumentId NOTE = KIND.of(SCOPE, "a");

    private TestStore store;
    private DocumentRepository<String> notes;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning", CareUnit.State.OPEN));
        notes = new DocumentRepository<>(store.documents(), KIND);
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void aVersionItsAuditRowAndItsNoticeAreOneTransaction() {
        HeardChanges heard = new HeardChanges();
        store.changes().listen(heard);
        assertThat(save(0, "one")).isEqualTo(new DocumentVersion<>(1, Optional.of("one"), Optional.empty()));
        assertThat(heard.changes).containsExactly(new Change(SCOPE, "note", "a"));
        assertThat(store.audit().newest(UNIT, 9)).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo(ANNA.label());
            assertThat(row.action()).isEqualTo("note.change");
            assertThat(row.text()).isEqualTo("a: version 1");
        });
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    save(1, "two");
                    throw new IllegalArgumentException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(heard.changes).hasSize(1);
        assertThat(store.audit().newest(UNIT, 9)).hasSize(1);
        assertThat(notes.newest(NOTE).content()).contains("one");
    }

    @Test
    public void whoHasNotSeenTheNewestVersionGetsBoth() {
        save(0, "one");
        assertThatThrownBy(() -> save(0, "mine"))
                .isExactlyInstanceOf(ConflictException.class)
                .hasMessage("expected 0, there is 1: one");
        assertThat(store.audit().newest(UNIT, 9)).hasSize(1);
    }

    @Test
    public void anEarlierVersionIsRestoredAndWhatWasGivenUpIsEmpty() {
        save(0, "one");
        save(1, "two");
        assertThat(notes.version(NOTE, 1)).contains("one");
        assertThat(notes.version(NOTE, 0)).isEmpty();
        assertThatThrownBy(() -> notes.version(NOTE, 7))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("There is no version 7 of note/a of unit " + UNIT);
        notes.save(edit(2, right(() -> true)), Optional::empty, DocumentsContract::conflict);
        assertThat(notes.newest(NOTE)).isEqualTo(new DocumentVersion<>(3, Optional.empty(), Optional.empty()));
        List<Saved<String>> history = notes.history(NOTE);
        assertThat(history)
                .extracting(Saved::content)
                .containsExactly(Optional.empty(), Optional.of("two"), Optional.of("one"));
        assertThat(history.get(1).changes())
                .containsExactly(new Saved.Change("/text", Optional.of("\"one\""), Optional.of("\"two\"")));
    }

    @Test
    public void aRightThatIsLostBeforeTheLockIsRefusedWithATraceAndNothingIsSaved() {
        AccessControl losing = new AccessControl() {
            private int asked;

            @Override
            public void require(Actor actor, Operation operation, Target target) {
                asked++;
                if (asked > 1) {
                    store.audit().append(UNIT, actor.label(), "access.refused", "note");
                    throw new NotPermittedException(ValueProblem.NULL_ITEM.with());
                }
            }

            @Override
            public boolean isPermitted(Actor actor, Operation operation, Target target) {
                return false;
            }
        };
        assertThatThrownBy(() -> notes.save(
                        edit(0, Right.ofUnits(losing, ANNA)), () -> Optional.of("x"), DocumentsContract::conflict))
                .isInstanceOf(NotPermittedException.class);
        assertThat(store.audit().newest(UNIT, 9))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("access.refused");
        assertThat(store.documents().newest(NOTE)).isEmpty();
    }

    @Test
    public void noUnitThatIsNotRegisteredIsChanged() {
        DocumentId elsewhere = KIND.of(Scope.unit(new HsaId("SE1111111111-NONE")), "a");
        Edit edit = Edit.of(elsewhere, right(() -> true), 0, new AuditNote("note.change", "a"));
        assertThatThrownBy(() -> notes.save(edit, () -> Optional.of("x"), DocumentsContract::conflict))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("There is no unit SE1111111111-NONE");
    }

    @Test
    public void manyAreSavedAtOnceInOneStepOfTheChain() {
        UUID set = UUID.randomUUID();
        store.documents().save(NOTE, 0, KIND.content(Optional.of("before"), "staff:one"));
        HeardChanges heard = new HeardChanges();
        store.changes().listen(heard);
        List<Document> saved = store.documents().saveAll(revisions(set, 250));
        assertThat(saved)
                .hasSize(251)
                .extracting(Document::version)
                .startsWith(2L)
                .endsWith(1L);
        assertThat(store.documents().newestOf(SCOPE, "note")).containsExactlyInAnyOrderElementsOf(saved);
        assertThat(heard.changes).hasSize(251);
        List<AuditTrail.Entry> rows = store.audit().newest(UNIT, 999);
        assertThat(rows).hasSize(251);
        assertThat(rows.get(250).number()).isEqualTo(1);
        assertThat(rows.get(250).text()).isEqualTo("a: version 2, change set " + set);
        assertThat(store.audit().verify(SCOPE, Optional.empty())).isInstanceOf(AuditTrail.Verification.Intact.class);
        assertThat(store.documents().changeSet(set)).hasSize(251);
        assertThat(store.documents().undo(set, "staff:one").restored())
                .filteredOn(document -> document.content().state() == Document.State.PUBLISHED)
                .singleElement()
                .satisfies(document -> assertThat(document.content().json()).contains("before"));
    }

    @Test
    public void oneConflictAmongManyKeepsAllBack() {
        store.documents().save(KIND.of(SCOPE, "9"), 0, KIND.content(Optional.of("theirs"), "staff:two"));
        List<Revision> revisions = IntStream.range(0, 20)
                .mapToObj(number -> Revision.of(
                        KIND.of(SCOPE, String.valueOf(number)), 0, KIND.content(Optional.of("mine"), "staff:one")))
                .toList();
        assertThatThrownBy(() -> store.documents().saveAll(revisions))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(stale.newest().content().actor()).isEqualTo("staff:two"));
        assertThat(store.documents().newestOf(SCOPE, "note")).hasSize(1);
    }

    @Test
    public void aRegionIsChangedByOneAtATime() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = threads.submit(() -> store.documents().change(REGION, right(() -> true), () -> {
                inside.countDown();
                awaitOther(leave);
                return 1;
            }));
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            Future<Boolean> second = threads.submit(
                    () -> store.documents().change(Set.of(SCOPE, REGION), right(() -> true), first::isDone));
            leave.countDown();
            first.get(30, TimeUnit.SECONDS);
            assertThat(second.get(30, TimeUnit.SECONDS)).isNotNull();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitOther(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static List<Revision> revisions(UUID set, int more) {
        Content content = KIND.content(Optional.of("after"), ANNA.label()).in(set);
        return IntStream.rangeClosed(0, more)
                .mapToObj(number -> number == 0 ? "a" : "n" + number)
                .map(key -> Revision.over(KIND.of(SCOPE, key), content, new AuditNote("note.import", key)))
                .toList();
    }

    private DocumentVersion<String> save(long expectedVersion, String text) {
        return notes.save(
                edit(expectedVersion, right(() -> true)), () -> Optional.of(text), DocumentsContract::conflict);
    }

    private static Edit edit(long expectedVersion, Right right) {
        return Edit.of(NOTE, right, expectedVersion, new AuditNote("note.change", "a"));
    }

    private static ConflictException conflict(DocumentVersion<String> current, StaleVersionException stale) {
        return new ConflictException("expected " + stale.expected() + ", there is " + current.version() + ": "
                + current.content().orElse("nothing"));
    }

    private static Right right(BooleanSupplier permitted) {
        return Right.ofUnits(
                new AccessControl() {
                    @Override
                    public void require(Actor actor, Operation operation, Target target) {
                        if (!permitted.getAsBoolean()) {
                            throw new NotPermittedException(ValueProblem.NULL_ITEM.with());
                        }
                    }

                    @Override
                    public boolean isPermitted(Actor actor, Operation operation, Target target) {
                        return permitted.getAsBoolean();
                    }
                },
                ANNA);
    }
}
