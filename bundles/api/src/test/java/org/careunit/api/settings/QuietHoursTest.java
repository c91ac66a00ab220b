package org.careunit.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuietHoursTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "quiet-hours.csv", numLinesToSkip = 1)
    void whatIsWantedInThemGoesWhenTheyEnd(String name, LocalTime from, LocalTime to, Instant wanted, Instant sent) {
        assertThat(new QuietHours(from, to).sendableFrom(wanted)).as(name).isEqualTo(sent);
    }

    /** The rule in one sentence, tried minute by minute around both clock changes and the turn of the year. */
    @Property
    void theFirstMinuteThatIsNotQuiet(
            @ForAll @IntRange(max = 365 * 24 * 60) int minute,
            @ForAll @IntRange(max = 95) int from,
            @ForAll @IntRange(max = 95) int to) {
        expectFirstMinute(quarter(from), quarter(to), NEW_YEAR.plusSeconds(minute * 60L));
    }

    @Property
    void theFirstMinuteThatIsNotQuietInTheNightsOfTheClockChanges(
            @ForAll boolean spring,
            @ForAll @IntRange(max = 8 * 60) int minute,
            @ForAll @IntRange(max = 95) int from,
            @ForAll @IntRange(max = 95) int to) {
        Instant evening = Instant.parse(spring ? "2026-03-28T21:00:00Z" : "2026-10-24T21:00:00Z");
        expectFirstMinute(quarter(from), quarter(to), evening.plusSeconds(minute * 60L));
    }

    private static LocalTime quarter(int number) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * number);
    }

    private static void expectFirstMinute(LocalTime from, LocalTime to, Instant wanted) {
        QuietHours quiet = new QuietHours(from, to);
        Instant expected = wanted;
        while (quiet.isQuietAt(expected)) {
            expected = expected.plusSeconds(60);
        }
        assertThat(quiet.sendableFrom(wanted)).isEqualTo(expected);
    }
}
