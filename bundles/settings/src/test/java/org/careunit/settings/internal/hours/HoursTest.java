package org.careunit.settings.internal.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HoursTest {

    @Property
    void anythingElseIsRefusedOrStaysTheSame(@ForAll String written) {
        for (HoursSpan span : HsaHours.read(List.of(written)).orElse(List.of())) {
            assertThat(HoursSpan.of(span.value())).isEqualTo(span);
        }
    }

    @Test
    void residentsReadSwedish() {
        assertThat(SwedishHours.lines(
                        HsaHours.read(List.of("1-5#08:00#17:00", "6#10:00:00#14:30:00", "7-7#00:00#24:00"))
                                .orElseThrow()))
                .containsExactly("måndag–fredag 08.00–17.00", "lördag 10.00–14.30", "söndag 00.00–24.00");
    }

    @Test
    void hoursThatCannotAllBeReadAreNeverAPartOfTheWeek() {
        for (String unreadable : List.of("vardagar", "5-1#08:00#17:00", "1-5#08:00#12:00#Udda veckor", "1-5#8#17")) {
            assertThat(HsaHours.read(List.of("6-6#08:00:00#17:00:00", unreadable)))
                    .isEmpty();
        }
    }

    @Test
    void moreSpansThanAreReadAreNeverAPartOfTheWeek() {
        assertThat(HsaHours.read(List.of("1-5#08:00#17:00$".repeat(200)))).isPresent();
        assertThat(HsaHours.read(List.of("1-5#08:00#17:00$".repeat(200) + "6#10:00#12:00")))
                .isEmpty();
    }

    @Test
    void severalSpansInOneValueAndHoursOfOneDigitAreRead() {
        assertThat(HsaHours.read(List.of("1-1#08:00#19:00$2-5#8:00#17:00", " 6#9:30#10:00\u00A0", "")))
                .contains(List.of(
                        HoursSpan.of("1-1#08:00#19:00"),
                        HoursSpan.of("2-5#08:00#17:00"),
                        HoursSpan.of("6-6#09:30#10:00")));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "directory-hours.tsv", delimiter = '\t', ignoreLeadingAndTrailingWhitespace = false)
    void whatDirectoriesHoldIsReadWholeOrNotAtAll(String written, String right) {
        assertThat(HsaHours.read(List.of(written))
                        .map(spans -> spans.stream().map(HoursSpan::value).collect(Collectors.joining(" ")))
                        .orElse("-"))
                .isEqualTo(right);
    }

    @Test
    void whatAnAdministratorWritesInAnotherFormIsRefused() {
        for (String wrong : List.of("0-5#08:00#17:00", "1-8#08:00#17:00", "1-5#17:00#08:00", "1-5#08:00#25:00", "x")) {
            assertThatThrownBy(() -> HoursSpan.of(wrong))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("1-5#08:00#17:00");
        }
    }

    @Test
    void hoursFollowTheClockOnTheWallWhenItIsChanged() {
        HoursSpan sunday = HoursSpan.of("7#03:00#04:00");

        assertThat(sunday.isOpenAt(Instant.parse("2026-03-29T00:59:59Z"))).isFalse();
        assertThat(sunday.isOpenAt(Instant.parse("2026-03-29T01:00:00Z"))).isTrue();
        assertThat(sunday.isOpenAt(Instant.parse("2026-10-25T01:59:59Z"))).isFalse();
        assertThat(sunday.isOpenAt(Instant.parse("2026-10-25T02:00:00Z"))).isTrue();
    }

    @Test
    void theEndIsNotIncludedButMidnightEndsTheDay() {
        assertThat(HoursSpan.of("1-5#08:00#17:00").isOpenAt(Instant.parse("2026-01-05T16:00:00Z")))
                .isFalse();
        assertThat(HoursSpan.of("1#22:00#24:00").isOpenAt(Instant.parse("2026-01-05T22:59:59Z")))
                .isTrue();
        assertThat(HoursSpan.of("1#22:00#24:00").isOpenAt(Instant.parse("2026-01-05T23:00:00Z")))
                .isFalse();
    }
}
