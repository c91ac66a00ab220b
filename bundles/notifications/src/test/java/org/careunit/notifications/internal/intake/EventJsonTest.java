package org.careunit.notifications.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.UnitChanged;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.notifications.internal.Events;
import org.careunit.storage.json.HostileTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final String RECEIVED = "{\"id\":\"e-1\",\"type\":\"case-received\",\"occurredAt\":"
            + "\"1970-01-01T08:00:00+01:00\",\"unit\":\"SE1111111111-UNIT1\",\"case\":\"c-1\",\"caseType\":\"kontakta-mig\"}";

    private final EventJson json = new EventJson();

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("events") PlatformEvent event) {
        assertThat(json.read(json.write(event))).isEqualTo(List.of(event));
    }

    @Provide
    Arbitrary<PlatformEvent> events() {
        return Events.any();
    }

    @Test
    void anArrayIsABatchAndUnknownKeysArePassedOver() {
        String withMore = RECEIVED.replace("{\"id\"", "{\"newer\":{\"a\":[1]},\"id\"");
        assertThat(json.read("[" + RECEIVED + "," + withMore + "]")).hasSize(2);
        assertThat(json.read("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "type":"case-received"                     | "type":"case-eaten"    | /type: this is not one of case-received, case-given
            "type":"case-received",                    | ''                     | /type: this is missing
            "id":"e-1",                                | ''                     | /id: this is missing
            "id":"e-1"                                 | "id":"e 1"             | /id: An event id has 1 to 100 letters
            "id":"e-1"                                 | "id":17                | /id: a number stands here; write a text
            "id":"e-1"                                 | "id":"19001018-9819"   | /id: An event id must not be a personal identity number
            "id":"e-1"                                 | "id":"e-1","id":"e-1"  | /id: the object has this key twice
            "occurredAt":"1970-01-01T08:00:00+01:00",  | ''                     | /occurredAt: this is missing
            1970-01-01T08:00:00+01:00                  | yesterday              | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 1970-01-01T08:00:00    | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 1899-12-31T23:59:59Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 2201-01-01T00:00:00Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | +300000-01-01T00:00:00Z | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | -999999999-01-01T00:00:00Z | /occurredAt: write a time as ISO 8601
            "1970-01-01T08:00:00+01:00"                | 28800000               | /occurredAt: a number stands here
            SE1111111111-UNIT1                         | UNIT1                  | /unit: 'UNIT1' is not an HSA-id
            "unit":                                    | "unit":"SE1111111111-A","unit": | /unit: the object has this key twice
            "case":"c-1"                               | "case":""              | /case: this is missing
            "case":"c-1"                               | "case":"900118-9811"   | /case: A case id must not be a personal identity number
            kontakta-mig                               | Kontakta mig           | /caseType:
            "case":"c-1"                               | "case":"c","sequence":"1" | /sequence: a text stands here; write a whole number
            "case":"c-1"                               | "case":"c","sequence":1.5 | /sequence: write a whole number
            "case":"c-1"                               | "case":"c","sequence":1.0 | /sequence: write a whole number
            "case":"c-1"                               | "case":"c","sequence":1e400 | /sequence: write a whole number
            "case":"c-1"                               | "case":"c","sequence":9223372036854775808 | /sequence: write a whole number
            "case":"c-1"                               | "case":"c","sequence":true | /sequence: true stands here
            "case":"c-1"                               | "case":"c","sequence":[1] | /sequence: a list stands here
            "case":"c-1"                               | "case":"c","sequence":01 | this is not JSON
            "case":"c-1"                               | "case":"c","sequence":1e2 | /sequence: write a whole number
            "case":"c-1"                               | "case":"c","sequence":-9223372036854775809 | /sequence: write
            "case":"c-1"                               | "case":"c","sequence":0.0 | /sequence: write a whole number
            "case":"c-1"                               | "case":"c","sequence":"" | /sequence: a text stands here
            "case":"c-1"                               | "case":"c","sequence":{} | /sequence: an object stands here
            "case":"c-1"                               | "case":"c","\\u0063ase":"d" | /case: the object has this key
            1970-01-01T08:00:00+01:00                  | 2026-02-29T08:00:00Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 2026-03-05T24:00:00Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 2026-03-05T23:59:60Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 2026-03-05T08:00:00+25:00 | /occurredAt: write a time
            1970-01-01T08:00:00+01:00                  | 2026-03-05 08:00:00Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 2026-03-05             | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | ２０２６-03-05T08:00:00Z | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 0000-00-00T00:00:00Z   | /occurredAt: write a time as ISO 8601
            1970-01-01T08:00:00+01:00                  | 2201-01-01T00:30:00+00:15 | /occurredAt: write a time
            """)
    void anErrorNamesTheKeyAndWhatIsAllowed(String right, String wrong, String error) {
        assertThat(RECEIVED).contains(right);
        assertThatThrownBy(() -> json.read(RECEIVED.replace(right, wrong)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(error)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775808", "9223372036854775807", "0", "-0", "null", "1"})
    void everyWholeNumberOfALongIsASequenceAndNullIsNone(String sequence) {
        assertThat(json.read(RECEIVED.replace("\"case\"", "\"sequence\":" + sequence + ",\"case\"")))
                .singleElement()
                .satisfies(event -> assertThat(((PlatformEvent.CaseEvent) event).sequence())
                        .isEqualTo(
                                "null".equals(sequence)
                                        ? OptionalLong.empty()
                                        : OptionalLong.of(Long.parseLong(sequence))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "2200-12-31T23:59:59.999999999Z",
                "2026-11-30T12:00+14:00",
                "2028-02-29T23:59:59.5+01:00",
                "2201-01-01T00:30:00+01:00",
                "1899-12-31T23:30:00-01:00"
            })
    void timesOfTheYears1900To2200AreTaken(String time) {
        assertThat(json.read(RECEIVED.replace("1970-01-01T08:00:00+01:00", time)))
                .hasSize(1);
    }

    @Test
    void aTimeThatCouldNotBeReadAgainIsNotWritten() {
        assertThatThrownBy(() -> json.write(new UnitChanged(new EventId("e-1"), Instant.MAX, Events.UNIT)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("/occurredAt: The year is not within 1900 to 2200, in the event e-1");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(json.read("\uFEFF" + RECEIVED)).isEqualTo(json.read(RECEIVED));
        assertThat(json.read("\uFEFF[" + RECEIVED + "]")).isEqualTo(json.read(RECEIVED));
        assertThatThrownBy(() -> json.read("[\uFEFF" + RECEIVED + "]")).isInstanceOf(RefusedException.class);
    }

    @Test
    void allThatIsWrongWithAnEventIsSaidAtOnce() {
        assertThatThrownBy(() -> json.read("{\"id\":\"\",\"type\":\"answered\",\"occurredAt\":1,\"unit\":\"x\","
                        + "\"case\":\"a b\",\"sequence\":\"1\"}"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::path)
                        .containsExactly("/id", "/occurredAt", "/unit", "/case", "/sequence"));
    }

    @Test
    void anErrorInABatchNamesThePlace() {
        assertThatThrownBy(() -> json.read("[" + RECEIVED + "," + RECEIVED.replace("c-1", "c 1") + "]"))
                .hasMessageStartingWith("/1/case: ");
        assertThatThrownBy(() -> json.read("[null]")).hasMessageStartingWith("/0: null stands here; write an object");
        assertThatThrownBy(() -> json.read("[" + RECEIVED + ",{\"x\":{")).hasMessage("/1/x: the text ends too early");
    }

    /** Up to where the text is JSON no more. */
    @Test
    void allThatIsWrongInABatchIsSaidAtOnce() {
        String wrong = RECEIVED.replace("\"id\"", "\"other\"");
        for (String end : List.of("]", ", {")) {
            assertThatThrownBy(() -> json.read("[" + wrong + ", 7, " + RECEIVED + ", " + wrong + end))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                            .extracting(Problem::path)
                            .startsWith("/0/id", "/1", "/3/id"));
        }
    }

    @Test
    void aBatchThatIsTooLargeIsRefused() {
        String most = "[" + (RECEIVED + ",").repeat(9_999) + RECEIVED + "]";
        assertThat(json.read(most)).hasSize(10_000);
        assertThatThrownBy(() -> json.read("[" + RECEIVED + "," + most.substring(1)))
                .hasMessageStartingWith("there are more than 10000 items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[{}",
                "[1]",
                "null",
                "\"text\"",
                "",
                "{\"x\":{",
                "[{\"id\":\"a",
                "[",
                "{}{}",
                "[[]]",
                "[],[]",
                "{\"id\":\"",
                "{\"id\":\"\\u00"
            })
    void whatIsNotJsonOfAnEventIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> json.read(text)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"]", RECEIVED, "\n" + RECEIVED, ",", "," + RECEIVED, "}", "x", "[]", "\uFEFF", "\u0000"})
    void whatIsBehindTheValueIsRefused(String behind) {
        assertThatThrownBy(() -> json.read(RECEIVED + behind)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> json.read("[" + RECEIVED + "]" + behind)).isInstanceOf(RefusedException.class);
        assertThat(json.read(RECEIVED + " \r\n\t")).hasSize(1);
    }

    @Test
    void tenMegabytesAreRefusedInTimeWithTheLimit() {
        String large = RECEIVED.replace("kontakta-mig", "x".repeat(10_000_000));
        for (String text : List.of(large, "[" + large + "]", " ".repeat(10_000_000) + RECEIVED)) {
            HostileTexts.readInTime(text, hostile -> assertThatThrownBy(() -> json.read(hostile))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("more than 16384 bytes"));
        }
        assertThat(json.read(RECEIVED.replace("{", "{" + " ".repeat(16_384 - RECEIVED.length()))))
                .hasSize(1);
        assertThatThrownBy(() -> json.read(RECEIVED.replace("{", "{" + " ".repeat(16_385 - RECEIVED.length()))))
                .hasMessageContaining("more than 16384 bytes");
    }

    @Test
    void nothingOfTheTextIsQuotedWhenItCannotBeRead() {
        assertThatThrownBy(() -> json.read("{\"id\": 191212121212abc"))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("1912"))
                .hasNoCause();
    }
}
