package org.careunit.storage.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.access.Permission;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.LostAnswers;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of changes on every database. */
public abstract class ChangeBroadcastContract {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    static final Scope SCOPE = Scope.unit(UNIT);
    static final Change CHANGE = new Change(SCOPE, "settings", "e-mail");
    private static final DocumentId DOCUMENT = new DocumentId(SCOPE, "settings", "e-mail");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final CountyCode REGION = new CountyCode("01");

    final HeardChanges heard = new HeardChanges();
    TestStore store;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        store.changes().listen(heard);
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void aChangeIsHeardOnceItIsCommittedAndBeforeTheCallReturns() {
        store.transactions().run(() -> {
            store.changes().announce(CHANGE);
            assertThat(heard.changes).isEmpty();
        });
        assertThat(heard.changes).containsExactly(CHANGE);
    }

    /**
     * Held against a unit of which nothing is told: what concerns all is counted for both, whenever a connection comes
     * up.
     */
    @Test
    public void aChangeOfAUnitIsCountedOnceAllHaveHeardOfIt() {
        long before = more();
        List<Long> countedWhenHeard = new CopyOnWriteArrayList<>();
        store.changes().listen(new ChangeBroadcast.Listener() {
            @Override
            public void changed(Change change) {
                countedWhenHeard.add(more());
            }

            @Override
            public void noticesLost() {}
        });
        announce(CHANGE);
        assertThat(countedWhenHeard).containsExactly(before);
        assertThat(more()).isEqualTo(before + 1);

        long told = store.changes().noticesOf(UNIT);
        announce(new Change(Scope.region("01"), "terms", "boka-tid"));
        assertThat(store.changes().noticesOf(UNIT)).isGreaterThan(told);
        assertThat(more()).isEqualTo(before + 1);
    }

    private long more() {
        return store.changes().noticesOf(UNIT) - store.changes().noticesOf(new HsaId("SE1111111111-UNIT2"));
    }

    @Test
    public void whatIsRolledBackIsNotHeard() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.changes().announce(CHANGE);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(heard.changes).isEmpty();
    }

    @Test
    public void nothingIsAnnouncedOutsideATransaction() {
        assertThatThrownBy(() -> store.changes().announce(CHANGE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void aListenerThatFailsKeepsNothingFromTheNext() {
        HeardChanges next = new HeardChanges();
        store.changes().listen(new ChangeBroadcast.Listener() {
            @Override
            public void changed(Change change) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void noticesLost() {
                throw new IllegalStateException("on purpose");
            }
        });
        store.changes().listen(next);
        announce(CHANGE);
        assertThat(next.changes).containsExactly(CHANGE);
    }

    @Test
    public void whoNoLongerListensHearsNothing() {
        HeardChanges other = new HeardChanges();
        store.changes().listen(other).run();
        announce(CHANGE);
        assertThat(other.changes).isEmpty();
    }

    @Test
    public void aSavedDocumentIsAnnouncedAndSoIsItsUndoing() {
        UUID set = UUID.randomUUID();
        store.documents()
                .save(DOCUMENT, 0, Content.published(1, "{}", "staff:one").in(set));
        store.documents().undo(set, "staff:one");
        assertThat(heard.changes).containsExactly(CHANGE, CHANGE);
    }

    @Test
    public void permissionsAndUnitsAreAnnounced() {
        store.units().add(new CareUnit(UNIT, REGION, "Mottagning A", CareUnit.State.REGISTERED));
        store.units().update(new CareUnit(UNIT, REGION, "Mottagning A", CareUnit.State.OPEN), 1);
        store.transactions()
                .run(() -> store.grants().replace(UNIT, ANNA, Set.of(Permission.CASE_HANDLER), "operator:test"));
        store.grants().addRegionalAdministrator(REGION, ANNA, "operator:test");
        Change unit = new Change(SCOPE, "unit", UNIT.value());
        assertThat(heard.changes)
                .containsExactly(
                        unit,
                        unit,
                        new Change(SCOPE, "permissions", ANNA.value()),
                        new Change(Scope.region("01"), "permissions", ANNA.value()));
    }

    @Test
    public void aLostAnswerToACommitIsUnknownAndHasEverythingReadAgain() {
        LostAnswers pool = new LostAnswers(store.pool);
        JdbcTransactions transactions = new JdbcTransactions(pool);
        try (NodeChangeBroadcast broadcast = broadcast(pool, transactions)) {
            HeardChanges here = new HeardChanges();
            broadcast.listen(here);
            connected(here);
            int before = here.anything.get();
            long counted = broadcast.noticesOf(UNIT);
            pool.loseAnswer();
            assertThatThrownBy(() -> transactions.run(() -> broadcast.announce(CHANGE)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("unknown")
                    .hasMessageNotContaining("nothing was changed");
            assertThat(here.anything.get()).isGreaterThan(before);
            assertThat(broadcast.noticesOf(UNIT)).isGreaterThan(counted);
            assertThat(transactions.isOpen()).isFalse();
        }
    }

    @Test
    public void whatIsAnnouncedIsPendingForThisThreadUntilTheEnd() {
        store.transactions().run(() -> {
            assertThat(store.changes().isPending(change -> true)).isFalse();
            store.changes().announce(CHANGE);
            assertThat(store.changes().isPending(CHANGE::equals)).isTrue();
            assertThat(store.changes().isPending(change -> change.kind().equals("unit")))
                    .isFalse();
        });
        assertThat(store.changes().isPending(change -> true)).isFalse();
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.changes().announce(CHANGE);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.changes().isPending(change -> true)).isFalse();
    }

    final NodeChangeBroadcast broadcast(LostAnswers pool, JdbcTransactions transactions) {
        return new NodeChangeBroadcast(transactions, new Sql(transactions, pool), store.settings());
    }

    /** Waits until a node hears others, if there can be any. */
    void connected(HeardChanges heardThere) {}

    public void announce(Change change) {
        store.transactions().run(() -> store.changes().announce(change));
    }
}
