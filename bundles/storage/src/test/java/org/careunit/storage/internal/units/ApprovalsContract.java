package org.careunit.storage.internal.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.storage.Approvals;
import org.careunit.storage.Approvals.Entry;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: residents who were approved one by one. */
public abstract class ApprovalsContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER = new HsaId("SE1111111111-UNIT2");
    private static final ResidentHash ONE = new ResidentHash("1".repeat(64));
    private static final ResidentHash TWO = new ResidentHash("2".repeat(64));
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    private TestStore store;
    private Approvals approvals;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        approvals = store.approvals();
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void anApprovalIsKeptWithItsLastDay() {
        Entry entry = entry(UNIT, ONE, Optional.of(LocalDate.of(2024, 2, 29)), 0);
        put(entry);
        assertThat(approvals.find(UNIT, ONE)).contains(entry);
        assertThat(approvals.find(OTHER, ONE)).isEmpty();
        assertThat(approvals.find(UNIT, TWO)).isEmpty();
    }

    @Test
    public void aLaterApprovalReplacesTheEarlier() {
        put(entry(UNIT, ONE, Optional.of(LocalDate.of(2024, 2, 29)), 0));
        Entry open = entry(UNIT, ONE, Optional.empty(), 1);
        put(open);
        assertThat(approvals.all()).containsExactly(open);
    }

    @Test
    public void theyAreListedByUnitAndByResident() {
        Entry first = entry(UNIT, ONE, Optional.empty(), 0);
        Entry second = entry(UNIT, TWO, Optional.empty(), 1);
        Entry elsewhere = entry(OTHER, ONE, Optional.empty(), 2);
        put(first);
        put(second);
        put(elsewhere);
        assertThat(approvals.ofUnit(UNIT)).containsExactly(second, first);
        assertThat(approvals.ofResident(ONE)).containsExactly(first, elsewhere);
        assertThat(approvals.all()).containsExactlyInAnyOrder(first, second, elsewhere);
    }

    @Test
    public void whatIsTakenOutIsGone() {
        put(entry(UNIT, ONE, Optional.empty(), 0));
        assertThat(approvals.remove(UNIT, ONE)).isTrue();
        assertThat(approvals.remove(UNIT, ONE)).isFalse();
        assertThat(approvals.all()).isEmpty();
    }

    @Test
    public void keepingNeedsATransaction() {
        Entry entry = entry(UNIT, ONE, Optional.empty(), 0);
        assertThatThrownBy(() -> approvals.put(entry)).isInstanceOf(IllegalStateException.class);
        assertThat(approvals.all()).isEmpty();
    }

    /** Nobody can be found by it any more; the others are. */
    @Test
    public void aRowThatSomebodyChangedIsPassedOver() {
        Entry kept = entry(UNIT, TWO, Optional.empty(), 1);
        put(entry(UNIT, ONE, Optional.empty(), 0));
        put(kept);
        store.execute("UPDATE approvals SET resident = 'nobody' WHERE resident = '" + ONE.value() + "'");
        assertThat(approvals.ofUnit(UNIT)).containsExactly(kept);
        assertThat(approvals.all()).containsExactly(kept);
        assertThat(approvals.find(UNIT, ONE)).isEmpty();
    }

    private void put(Entry entry) {
        store.transactions().run(() -> approvals.put(entry));
    }

    private static Entry entry(HsaId unit, ResidentHash resident, Optional<LocalDate> lastDay, int seconds) {
        return new Entry(unit, resident, lastDay, "operator:test", NOON.plusSeconds(seconds));
    }
}
