package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {

    private static final String RECEIVED = "{\"id\":\"e-1\",\"type\":\"case-received\",\"occurredAt\":"
            + "\"1970-01-01T08:00:00+01:00\",\"unit\":\"SE1111111111-UNIT1\",\"case\":\"c-1\",\"caseType\":\"kontakta-mig\"}";

    private final EventJson json = new EventJson(JsonbBuilder.create());

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
            "type":"case-received"                     | "type":"case-eaten"    | type is not one of case-received, case-given
            "type":"case-received",                    | ''                     | the key 'type' is missing
            "id":"e-1",                                | ''                     | the key 'id' is missing
            "id":"e-1"                                 | "id":"e 1"             | key 'id': An event id has 1 to 100 letters
            "occurredAt":"1970-01-01T08:00:00+01:00",  | ''                     | the key 'occurredAt' is missing
            1970-01-01T08:00:00+01:00                  | yesterday              | key 'occurredAt': write a time as ISO 8601
            SE1111111111-UNIT1                         | UNIT1                  | key 'unit': 'UNIT1' is not an HSA-id
            "case":"c-1"                               | "case":""              | the key 'case' is missing
            kontakta-mig                               | Kontakta mig           | key 'caseType': caseType is the key of a case type
            "case":"c-1"                               | "case":"c","sequence":"x" | This is not JSON of an event
            """)
    void anErrorNamesTheKeyAndWhatIsAllowed(String right, String wrong, String error) {
        assertThat(RECEIVED).contains(right);
        assertThatThrownBy(() -> json.read(RECEIVED.replace(right, wrong)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(error);
    }

    @Test
    void anErrorInABatchNamesThePlace() {
        assertThatThrownBy(() -> json.read("[" + RECEIVED + "," + RECEIVED.replace("c-1", "c 1") + "]"))
                .hasMessageStartingWith("Event 2 of 2, key 'case'");
        assertThatThrownBy(() -> json.read("[null]")).hasMessageContaining("Event 1 of 1 is null");
    }

    @ParameterizedTest
    @CsvSource({"'{'", "'[{}'", "'[1]'", "'null'", "'\"text\"'", "''"})
    void whatIsNotJsonOfAnEventIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> json.read(text)).isInstanceOf(RefusedException.class);
    }

    @Test
    void tenMegabytesAreRefusedWithTheSizeAndTheLimit() {
        String large = RECEIVED.replace("kontakta-mig", "x".repeat(10_000_000));
        assertThatThrownBy(() -> json.read(large))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("100001") // ten million and what stands around it
                .hasMessageContaining("at most 16384")
                .hasMessageContaining("ids only");
        assertThatThrownBy(() -> json.read("[" + large + "]")).hasMessageStartingWith("Event 1 of 1 has 1000");
    }

    @Test
    void nothingOfTheTextIsQuotedWhenItCannotBeRead() {
        assertThatThrownBy(() -> json.read("{\"id\": 191212121212abc"))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("1912"))
                .hasNoCause();
    }
}
