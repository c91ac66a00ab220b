package org.careunit.storage.internal.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.storage.Namings.Entry;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: residents named for a case type, and what a unit received of which type. */
public abstract class NamingsContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER = new HsaId("SE1111111111-UNIT2");
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final CaseTypeKey ASK = new CaseTypeKey("radgivning");
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

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
    public void aResidentIsNamedOnceForEachType() {
        Entry first = naming(BOOK, "1", 0);
        assertThat(store.namings().add(first)).isTrue();
        assertThat(store.namings().add(naming(BOOK, "1", 9))).isFalse();
        Entry later = naming(BOOK, "2", 5);
        Entry other = naming(ASK, "1", 7);
        store.namings().add(other);
        store.namings().add(later);

        assertThat(store.namings().ofUnit(UNIT)).containsExactly(later, first, other);
        assertThat(store.namings().ofUnit(OTHER)).isEmpty();
        assertThat(store.namings().remove(UNIT, BOOK, first.resident())).isTrue();
        assertThat(store.namings().remove(UNIT, BOOK, first.resident())).isFalse();
        assertThat(store.namings().ofUnit(UNIT)).containsExactly(later, other);
    }

    @Test
    public void receivedCasesAreCountedByTypeFromTheFirstInstantToTheLast() {
        store.transactions().run(() -> store.cases()
                .add(List.of(
                        received(UNIT, "1", BOOK, NOON.minusNanos(1000)),
                        received(UNIT, "2", BOOK, NOON),
                        received(UNIT, "3", BOOK, NOON.plusSeconds(59)),
                        received(UNIT, "4", ASK, NOON.plusSeconds(59)),
                        received(UNIT, "5", ASK, NOON.plusSeconds(60)),
                        received(OTHER, "6", ASK, NOON))));

        assertThat(store.cases().received(UNIT, NOON, NOON.plusSeconds(60)))
                .isEqualTo(Map.of(new CaseTypeKey("boka-tid"), 2L, new CaseTypeKey("radgivning"), 1L));
        assertThat(store.cases().hasReceived(UNIT, new CaseTypeKey("boka-tid"))).isTrue();
        assertThat(store.cases().hasReceived(OTHER, new CaseTypeKey("boka-tid")))
                .isFalse();
    }

    @Test
    public void aNamingThatSomebodyChangedIsPassedOver() {
        Entry kept = naming(BOOK, "3", 3);
        List.of(naming(BOOK, "1", 1), naming(ASK, "2", 2), kept)
                .forEach(naming -> store.namings().add(naming));
        store.execute("UPDATE named_residents SET resident = 'nobody' WHERE resident LIKE '1%'");
        store.execute("UPDATE named_residents SET case_type = 'Not A Key' WHERE resident LIKE '2%'");
        assertThat(store.namings().ofUnit(UNIT)).containsExactly(kept);
    }

    @Test
    public void aCaseWhoseTypeSomebodyChangedIsOneOfUnknownType() {
        store.transactions().run(() -> store.cases()
                .add(List.of(received(UNIT, "1", BOOK, NOON), received(UNIT, "2", ASK, NOON.plusSeconds(1)))));
        store.execute("UPDATE cases SET case_type = 'Not A Key', handler = 'nobody' WHERE case_id = '1'");
        assertThat(store.cases().openOf(UNIT, 10))
                .extracting(StoredCase::caseType)
                .containsExactly(Optional.empty(), Optional.of(ASK));
        assertThat(store.cases().openOf(UNIT, 10))
                .extracting(StoredCase::handler)
                .containsOnly(Optional.empty());
        assertThat(store.cases().received(UNIT, NOON, NOON.plusSeconds(60))).isEqualTo(Map.of(ASK, 1L));
    }

    private static Entry naming(CaseTypeKey type, String digit, int minutes) {
        return new Entry(
                UNIT, type, new ResidentHash(digit.repeat(64)), "operator:anna", NOON.plusSeconds(60L * minutes));
    }

    private static StoredCase received(HsaId unit, String id, CaseTypeKey type, Instant at) {
        return new StoredCase(
                new CaseRef(unit, id),
                StoredCase.Phase.OPEN,
                Optional.of(type),
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
