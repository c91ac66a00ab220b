package org.careunit.storage.internal.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.UnitRegister.Entry;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units as they are read from memory, on every database. */
abstract class UnitRegisterContract {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER = new HsaId("SE1111111111-UNIT2");
    private static final CountyCode REGION = new CountyCode("01");

    TestStore store;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(unit(UNIT, CareUnit.State.OPEN));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    static CareUnit unit(HsaId id, CareUnit.State state) {
        return new CareUnit(id, REGION, "Mottagning Å", state);
    }

    @Test
    void aChangeIsSeenAtOnce() {
        assertThat(store.units().all()).hasSize(1);
        assertThat(store.units().update(unit(UNIT, CareUnit.State.CLOSING), 1)).isTrue();
        assertThat(store.units().find(UNIT)).contains(new Entry(unit(UNIT, CareUnit.State.CLOSING), 2));
        store.units().add(unit(OTHER, CareUnit.State.OPEN));
        assertThat(store.units().ofRegion(REGION)).hasSize(2);
        assertThat(store.units().ofRegion(new CountyCode("03"))).isEmpty();
    }

    @Test
    void aTransactionReadsItsOwnChangeAndARollbackLeavesNothingOfIt() {
        store.units().all();
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.units().update(unit(UNIT, CareUnit.State.CLOSING), 1);
                    store.units().add(unit(OTHER, CareUnit.State.OPEN));
                    assertThat(store.units().require(UNIT).state()).isEqualTo(CareUnit.State.CLOSING);
                    assertThat(store.units().all()).hasSize(2);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.units().require(UNIT).state()).isEqualTo(CareUnit.State.OPEN);
        assertThat(store.units().all()).hasSize(1);
        assertThat(store.units().find(OTHER)).isEmpty();
    }

    @Test
    void whatIsReadFirstInATransactionThatIsRolledBackIsNotCached() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.units().update(unit(UNIT, CareUnit.State.CLOSING), 1);
                    store.units().all();
                    store.units().find(UNIT);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.units().require(UNIT).state()).isEqualTo(CareUnit.State.OPEN);
    }

    @Test
    void aUnitThatHasNotJoinedIsRefused() {
        assertThatThrownBy(() -> store.units().require(OTHER))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no unit " + OTHER + ": register it first");
    }
}
