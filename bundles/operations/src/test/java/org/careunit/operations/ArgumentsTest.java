package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-28T23:00:00Z",
        "2026-07-01T08:00, 2026-07-01T06:00:00Z",
        "2026-07-01T08:00:30, 2026-07-01T06:00:30Z",
        "2026-07-01T08:00:00+02:00, 2026-07-01T06:00:00Z",
        "2026-07-01T06:00:00Z, 2026-07-01T06:00:00Z",
        "' 2026-07-01T08:00 ', 2026-07-01T06:00:00Z",
    })
    void aTimeIsLocalUnlessItSaysOtherwise(String written, Instant read) {
        assertThat(Arguments.at("--from", written)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noon", "2026-02-30", "2026-07-01T25:00", "2026-07-01T08:00+", "08:00Z", "1e400"})
    void whatIsNoTimeIsRefusedNamingTheOption(String written) {
        assertThatThrownBy(() -> Arguments.at("--from", written))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("--from: write a day or a local time");
    }

    @Test
    void whatACommandShowsCanBeWrittenAfterTheNext() {
        Instant at = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(Arguments.at("--from", Arguments.local(at))).isEqualTo(at);
    }

    @Test
    void instantsAreShownInLocalTimeAndDurationsInWords() {
        Listing listing =
                Listing.of("at", "took").row(Instant.parse("2026-07-01T06:00:00Z"), Duration.ofMillis(33_229));
        assertThat(listing.json()).contains("2026-07-01T08:00:00+02:00").doesNotContain("PT");
    }
}
