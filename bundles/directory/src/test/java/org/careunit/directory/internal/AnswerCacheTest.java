package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.directory.internal.DirectoryQuery.StaffFound;
import org.careunit.directory.internal.DirectoryQuery.UnitFound;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private final AnswerCache cache = new AnswerCache();

    @Test
    void forgetsFirstWhatWasNotAskedForLongest() {
        cache.limit(3);
        keep(1);
        keep(2);
        keep(3);
        cache.find(unit(1));
        keep(4);

        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.find(unit(1))).isPresent();
        assertThat(cache.find(unit(2))).isEmpty();
        assertThat(cache.find(unit(4))).isPresent();
    }

    @Test
    void tellsKindsOfQuestionsApart() {
        cache.keep(unit(1), new UnitFound(Optional.empty()), SettableClock.START, cache.timesOutdated());

        assertThat(cache.find(
                        new DirectoryQuery.StaffById(new StaffId(unit(1).id().value()))))
                .isEmpty();
    }

    @Test
    void neverPrintsANumber() {
        DirectoryQuery.StaffByNumber question = new DirectoryQuery.StaffByNumber(new PersonNumber("189001019802"));
        cache.keep(question, new StaffFound(List.of()), SettableClock.START, cache.timesOutdated());

        assertThat(question.toString()).doesNotContain("1890");
        assertThat(question.key().toString()).doesNotContain("1890").doesNotContain("019802");
        assertThat(cache.find(question)).isPresent();
    }

    /** Neither the number nor anything that holds it, so that it is not found in a heap dump 72 hours later. */
    @Test
    void keepsNoNumberInClear() {
        DirectoryQuery.StaffByNumber question = new DirectoryQuery.StaffByNumber(new PersonNumber("189001019802"));
        Object key = question.key();

        assertThat(key.toString()).doesNotContain("189001019802");
        assertThat(key.getClass().getRecordComponents()).hasSize(1);
        assertThat(key).isEqualTo(new DirectoryQuery.StaffByNumber(new PersonNumber("189001019802")).key());
        assertThat(key).isNotEqualTo(new DirectoryQuery.StaffByNumber(new PersonNumber("189001029801")).key());
    }

    @Test
    void whatWasAskedForBeforeAChangeIsNoFreshAnswer() {
        long before = cache.timesOutdated();
        cache.outdate(any -> true);
        cache.keep(unit(1), new UnitFound(Optional.empty()), SettableClock.START, before);
        assertThat(cache.find(unit(1)).orElseThrow().stale()).isTrue();
        keep(1);
        assertThat(cache.find(unit(1)).orElseThrow().stale()).isFalse();
    }

    private void keep(int number) {
        cache.keep(unit(number), new UnitFound(Optional.empty()), SettableClock.START, cache.timesOutdated());
    }

    private static DirectoryQuery.UnitById unit(int number) {
        return new DirectoryQuery.UnitById(HsaId.of("SE1111111111-U" + number));
    }
}
