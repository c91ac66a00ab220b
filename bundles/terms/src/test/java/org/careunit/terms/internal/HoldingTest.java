package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.Holding.Made;
import org.careunit.terms.internal.text.ShippedTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of the texts in force. */
class HoldingTest {

    private static final int ROOM = 20;
    private static final UnitCaseType TYPE =
            new UnitCaseType(new CaseTypeKey("boka-tid"), "Boka tid", true, OptionalInt.of(3), false);

    @TempDir
    Path directory;

    private TestStore store;
    private Holding holding;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.embedded(directory);
        RecordJson json = new RecordJson();
        Shelf shelf = new Shelf(store.transactions(), store.documents(), store.clock(), json);
        Neighbours neighbours = new Neighbours(new SaidTypes(), new SaidSettings().service());
        holding = new Holding(shelf, new ShippedTerms(json), neighbours, store.clock(), ROOM);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTextIsMergedOnceForAllWhoAsk() {
        List<Made> first = all();
        assertThat(same(first)).isEqualTo(ROOM);
    }

    @Test
    void oneMoreThanThereIsRoomForDoesNotCostTheOthersTheirTexts() {
        List<Made> first = all();
        holding.at(unit(ROOM), TYPE);
        assertThat(same(first)).isBetween(ROOM / 2L, ROOM - 1L);
    }

    @Test
    void unitsSharePointsOfWhichNothingIsFilledIn() {
        List<EffectivePoint> one = points(unit(1));
        List<EffectivePoint> other = points(unit(2));
        assertThat(one.get(0)).isNotEqualTo(other.get(0));
        for (int place = 1; place < one.size(); place++) {
            assertThat(one.get(place)).isSameAs(other.get(place));
        }
    }

    private List<EffectivePoint> points(CareUnit unit) {
        return holding.at(unit, TYPE).terms().orElseThrow().points();
    }

    private List<Made> all() {
        return IntStream.range(0, ROOM)
                .mapToObj(number -> holding.at(unit(number), TYPE))
                .toList();
    }

    private long same(List<Made> before) {
        return IntStream.range(0, ROOM)
                .filter(number -> isSame(holding.at(unit(number), TYPE), before.get(number)))
                .count();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Made one, Made other) {
        return one == other;
    }

    private static CareUnit unit(int number) {
        return new CareUnit(
                new HsaId("SE1111111111-UNIT" + number),
                new CountyCode("01"),
                "Mottagning " + number,
                CareUnit.State.OPEN);
    }
}
