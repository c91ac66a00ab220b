package org.careunit.storage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {

    private static final Whole WHOLE = new Whole(
            true,
            7,
            70_000_000_000L,
            OptionalInt.of(2),
            "text",
            Optional.of(LocalDate.of(2200, 12, 31)),
            Instant.parse("1900-01-01T00:00:00Z"),
            LocalTime.of(8, 0),
            Period.ofMonths(3),
            URI.create("https://www.example.org/"),
            List.of(new Part(LocalDate.of(1900, 1, 1))),
            Map.of(new CaseTypeKey("a"), 1));

    private final RecordJson json = new RecordJson();

    record Part(LocalDate day) {}

    record Whole(
            boolean on,
            int number,
            long large,
            OptionalInt some,
            String text,
            Optional<LocalDate> day,
            Instant at,
            LocalTime time,
            Period every,
            URI address,
            List<Part> parts,
            Map<CaseTypeKey, Integer> counts) {}

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(json.parse(Whole.class, json.write(WHOLE))).isEqualTo(WHOLE);
        assertThat(json.parse(Whole.class, "\uFEFF" + json.write(WHOLE))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "number":7            | "number":1.0                        | /number: write a whole number, in digits alone
            "number":7            | "number":1e3                        | /number: write a whole number, in digits alone
            "number":7            | "number":1e400                      | /number: write a whole number, in digits alone
            "number":7            | "number":"7"                        | /number: a text stands here; write a whole number
            "number":7            | "number":2147483648                 | /number: write a whole number of at most nine digits
            "large":70000000000   | "large":9223372036854775808         | /large: write a whole number of at most 18 digits
            "large":70000000000   | "large":-9223372036854775809        | /large: write a whole number of at most 18 digits
            "some":2              | "some":2.5                          | /some: write a whole number, in digits alone
            "day":"2200-12-31"    | "day":"2201-01-01"                  | /day: this has another form or year
            "day":"2200-12-31"    | "day":"+999999999-12-31"            | /day: this has another form or year
            "day":"2200-12-31"    | "day":"2026-02-30"                  | /day: this has another form or year
            "day":"2200-12-31"    | "day":"-999999999-01-01"            | /day: this has another form or year
            1900-01-01T00:00:00Z  | 1899-12-31T23:59:59Z                | /at: this has another form or year
            1900-01-01T00:00:00Z  | +300000-01-01T00:00:00Z             | /at: this has another form or year
            "P3M"                 | "P99999999999M"                     | /every: this has another form
            "1900-01-01"          | "1899-12-31"                        | /parts/0/day: this has another form or year
            {"a":1}               | {"a":1,"b":[[[1]]]}                 | /counts/b: a list stands here
            {"a":1}               | {"a":1.0}                           | /counts/a: write a whole number
            {"a":1}               | {"A b":1}                           | /counts/
            "number":7            | "number":-2147483649                | /number: write a whole number of at most nine digits
            "number":7            | "number":true                       | /number: true stands here
            "number":7            | "number":[7]                        | /number: a list stands here
            "on":true             | "on":"true"                         | /on: a text stands here
            "on":true             | "on":1                              | /on: a number stands here
            "day":"2200-12-31"    | "day":"20261224"                    | /day: this has another form or year
            "day":"2200-12-31"    | "day":"2026-12-24T00:00"            | /day: this has another form or year
            "day":"2200-12-31"    | "day":"2026-02-29"                  | /day: this has another form or year
            "day":"2200-12-31"    | "day":"２０２６-12-24"                  | /day: this has another form or year
            "day":"2200-12-31"    | "day":20261224                      | /day: a number stands here
            1900-01-01T00:00:00Z  | 2026-12-24T07:00:00                 | /at: this has another form or year
            1900-01-01T00:00:00Z  | 2201-01-01T00:00:00Z                | /at: this has another form or year
            "time":"08:00"        | "time":"24:00"                      | /time: this has another form
            "time":"08:00"        | "time":"8:00"                       | /time: this has another form
            "time":"08:00"        | "time":"08:00Z"                     | /time: this has another form
            "P3M"                 | "3 månader"                         | /every: this has another form
            "text":"text"         | "text":"a","\\u0074ext":"b"         | /text: the object has this key twice
            "number":7            | "number":7,"number":7               | /number: the object has this key twice
            "text":"text"         | "text":["text"]                     | /text: a list stands here; write a text
            """)
    void whatIsWrongIsRefusedWithItsPath(String right, String wrong, String message) {
        String text = json.write(WHOLE);
        assertThat(text).contains(right);
        assertThatThrownBy(() -> json.parse(Whole.class, text.replace(right, wrong)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        String wrong = json.write(WHOLE)
                .replace("\"number\":7", "\"number\":\"seven\"")
                .replace("\"day\":\"2200-12-31\"", "\"day\":\"2026-02-30\"");
        assertThatThrownBy(() -> json.parse(Whole.class, wrong))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::code, Problem::path)
                        .containsExactlyInAnyOrder(tuple("json.type", "/number"), tuple("json.form-or-year", "/day")));
    }

    @Test
    void unknownKeysDoNotHideWhatElseIsWrong() {
        assertThatThrownBy(() -> json.parse(Part.class, "{\"day\": 7, \"more\": 1, \"most\": 2}"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::path)
                        .containsExactlyInAnyOrder("/more", "/most", "/day"));
    }

    @Test
    void allRecordsOfAListAreLookedAt() {
        assertThatThrownBy(() -> json.parseList(Part.class, "[{\"day\": 7}, {\"day\": \"2026-01-01\"}, {}]"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::path)
                        .containsExactly("/0/day", "/2/day"));
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        assertThatThrownBy(() -> json.write(new Part(LocalDate.MAX)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("/day: The year is not within 1900 to 2200");
        assertThatThrownBy(() -> json.write(new Text("x".repeat(500_000))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("longer than 500000 characters");
        assertThatThrownBy(() -> json.write(new Counts(Map.of("a/b", List.of(Instant.MAX)))))
                .hasMessageStartingWith("/times/a~1b/0: The year");
    }

    record Text(String text) {}

    record Counts(Map<String, List<Instant>> times) {}

    @Test
    void hostileTextsAreRefusedInTime() {
        new HostileTexts(json.write(WHOLE), 2).tryAll(HostileTexts.TRIES, this::readOrRefuse);
    }

    private void readOrRefuse(String text) {
        try {
            Whole read = json.parse(Whole.class, text);
            assertThat(json.parse(Whole.class, json.write(read))).isEqualTo(read);
        } catch (RefusedException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.code()).startsWith("json.");
                assertThat(problem.path()).matches("(?s)(/.*)?");
            });
        }
    }
}
