package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.MergedTerms.Merged;
import org.careunit.terms.internal.MergedTerms.Sources;
import org.careunit.terms.internal.intended.IntendedFindingStore;
import org.careunit.terms.internal.text.ShippedTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is cached of the texts in force. */
class MergedTermsTest {

    private static final int UNITS = 20;
    private static final CaseTypeKey TYPE = new CaseTypeKey("boka-tid");

    @TempDir
    Path directory;

    private TestStore store;
    private MergedTerms merged;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.embedded(directory);
        RecordJson json = new RecordJson();
        Caches caches = new Caches(store.transactions(), store.changes());
        TimelineCache texts = new TimelineCache(caches, store.documents(), store.clock(), json);
        FixedCaseTypes types = new FixedCaseTypes().say("boka-tid", "Boka tid", 3, false);
        TermsInputs termsInputs = new TermsInputs(types, new FixedSettings().service());
        IntendedFindingMarks intended =
                new IntendedFindingMarks(new IntendedFindingStore(caches, store.documents(), store.clock(), json));
        merged = new MergedTerms(
                caches,
                new Sources(texts, new ShippedTerms(json), store.units(), termsInputs, intended),
                store.clock());
        IntStream.range(0, UNITS).forEach(number -> store.units().add(unit(number)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTextIsMergedOnceForAllWhoAsk() {
        List<Merged> first = all();
        assertThat(same(first)).isEqualTo(UNITS);
    }

    @Test
    void whatIsMadeOfTheSameIsNotMergedAgain() {
        List<Merged> first = all();
        store.transactions().run(() -> store.changes().announce(new Change(Scope.region("01"), "default", "pauses")));
        assertThat(same(first)).isEqualTo(UNITS);
    }

    @Test
    void aUnitThatIsRenamedHasItsTextsFilledInAgain() {
        List<Merged> first = all();
        CareUnit renamed = new CareUnit(unit(1).id(), unit(1).region(), "Mottagning Ö", CareUnit.State.OPEN);
        store.units().update(renamed, 1);
        assertThat(points(unit(1)).get(0))
                .isNotEqualTo(first.get(1).terms().orElseThrow().points().get(0));
        assertThat(same(first)).isEqualTo(UNITS - 1);
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
        return merged.at(unit.id(), TYPE).terms().orElseThrow().points();
    }

    private List<Merged> all() {
        return IntStream.range(0, UNITS)
                .mapToObj(number -> merged.at(unit(number).id(), TYPE))
                .toList();
    }

    private long same(List<Merged> before) {
        return IntStream.range(0, UNITS)
                .filter(number -> isSame(merged.at(unit(number).id(), TYPE), before.get(number)))
                .count();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Merged one, Merged other) {
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
