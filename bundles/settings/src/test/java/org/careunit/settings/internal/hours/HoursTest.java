package org.careunit.settings.internal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;
import org.junit.jupiter.api.Test;

class HoursTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("spans") List<HoursSpan> spans) {
        assertThat(HsaHours.parse(HsaHours.format(spans))).isEqualTo(spans);
    }

    @Property
    void anythingElseIsRefusedOrStaysTheSame(@ForAll String written) {
        for (HoursSpan span : HsaHours.legible(List.of(written))) {
            assertThat(HoursSpan.of(span.value())).isEqualTo(span);
        }
    }

    @Test
    void residentsReadSwedish() {
        assertThat(SwedishHours.lines(HsaHours.parse("1-5#08:00#17:00; 6#10:00:00#14:30:00; 7-7#00:00#24:00")))
                .containsExactly("måndag–fredag 08.00–17.00", "lördag 10.00–14.30", "söndag 00.00–24.00");
    }

    @Test
    void whatTheDirectoryHoldsInAnotherFormIsLeftOut() {
        assertThat(HsaHours.legible(List.of("1-5#08:00:00#17:00:00", "vardagar", "5-1#08:00#17:00", "")))
                .containsExactly(HoursSpan.of("1-5#08:00#17:00"));
    }

    @Test
    void whatAnAdministratorWritesInAnotherFormIsRefused() {
        for (String wrong : List.of("0-5#08:00#17:00", "1-8#08:00#17:00", "1-5#17:00#08:00", "1-5#08:00#25:00", "x")) {
            assertThatThrownBy(() -> HsaHours.parse(wrong))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("1-5#08:00#17:00");
        }
    }

    @Test
    void hoursFollowTheClockOnTheWallWhenItIsChanged() {
        List<HoursSpan> sunday = HsaHours.parse("7#03:00#04:00");

        assertThat(HsaHours.isOpenAt(sunday, Instant.parse("2026-03-29T00:59:59Z")))
                .isFalse();
        assertThat(HsaHours.isOpenAt(sunday, Instant.parse("2026-03-29T01:00:00Z")))
                .isTrue();
        assertThat(HsaHours.isOpenAt(sunday, Instant.parse("2026-10-25T01:59:59Z")))
                .isFalse();
        assertThat(HsaHours.isOpenAt(sunday, Instant.parse("2026-10-25T02:00:00Z")))
                .isTrue();
    }

    @Test
    void theEndIsNotIncludedButMidnightEndsTheDay() {
        assertThat(HsaHours.isOpenAt(HsaHours.parse("1-5#08:00#17:00"), Instant.parse("2026-01-05T16:00:00Z")))
                .isFalse();
        assertThat(HsaHours.isOpenAt(HsaHours.parse("1#22:00#24:00"), Instant.parse("2026-01-05T22:59:59Z")))
                .isTrue();
        assertThat(HsaHours.isOpenAt(HsaHours.parse("1#22:00#24:00"), Instant.parse("2026-01-05T23:00:00Z")))
                .isFalse();
    }

    @Provide
    Arbitrary<List<HoursSpan>> spans() {
        Arbitrary<Integer> day = Arbitraries.integers().between(1, 7);
        Arbitrary<Integer> minute = Arbitraries.integers().between(0, 24 * 60);
        return Combinators.combine(day, day, minute, minute)
                .filter((first, last, from, to) -> first <= last && from < to)
                .as((first, last, from, to) -> new HoursSpan(first + "-" + last + "#" + hour(from) + "#" + hour(to)))
                .list()
                .ofMaxSize(10);
    }

    private static String hour(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
