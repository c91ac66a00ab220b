package org.careunit.journal.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.fhir.TaskAnswer.Next;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskAnswersTest {

    private static final Instant NOW = Instant.parse("2026-03-05T07:00:00Z");
    private static final TaskAnswers ANSWERS = new TaskAnswers(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final String OUTCOME =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"%s\",\"code\":\"%s\","
                    + "\"diagnostics\":\"Tolvan 191212121212\",\"expression\":[\"%s\"]}]}";
    private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");

    @TestFactory
    Stream<DynamicTest> casesWithTheirOutcomes() throws IOException {
        return Stream.concat(lines("/fhir-answers.csv"), lines("/fhir-answers-own.csv"))
                .map(line -> DynamicTest.dynamicTest(line.get(0), () -> {
                    TaskAnswer answer = judge(line.get(1), line.get(2));
                    assertThat(word(answer.status())).isEqualTo(line.get(3));
                    assertThat(answer.reason()).doesNotContain("Tolvan", "1912");
                }));
    }

    private static TaskAnswer judge(String request, String response) {
        if (response.equals("none")) {
            return TaskAnswers.none(new IOException("no response"));
        }
        FhirResponse read = response(response);
        return request.startsWith("PUT") ? ANSWERS.changed(read) : ANSWERS.created(read);
    }

    /** Reads for example <code>201, Location: Task/77, ETag W/"1"</code>. */
    private static FhirResponse response(String text) {
        Map<String, String> headers = new HashMap<>();
        find(text, "Location: ([^,]+)", value -> headers.put("location", value));
        find(text, "ETag ((?:W/)?\"[^\"]*\")", value -> headers.put("etag", value));
        find(text, "Retry-After: (.+)$", value -> headers.put("retry-after", value));
        String severity = text.contains("severity=warning") ? "warning" : "error";
        String body = text.contains("OperationOutcome") ? OUTCOME.formatted(severity, "invalid", "Task.for") : "";
        body = text.contains("HTML") ? "<html>Log in</html>" : body;
        body = text.contains("the Task") ? "{\"resourceType\":\"Task\",\"id\":\"77\"}" : body;
        return new FhirResponse(Integer.parseInt(text.substring(0, 3)), headers, body);
    }

    private static void find(String text, String pattern, Consumer<String> found) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }

    private static String word(DeliveryStatus status) {
        return switch (status) {
            case ACCEPTED, DELIVERED -> "accepted";
            case TEMPORARY_FAILURE -> "temporary";
            case TECHNICAL_FAILURE -> "parked";
            case UNAVAILABLE -> "paused";
            case PERMANENT_FAILURE, NOT_ALLOWED -> "rejected";
        };
    }

    @Test
    void aCreatedTaskIsKnownByItsIdAndVersion() {
        TaskReference task = created("201, Location: Task/77/_history/1, ETag W/\"1\"");
        assertThat(task.id()).isEqualTo("77");
        assertThat(task.ifMatch()).contains("W/\"1\"");
        assertThat(created("201, Location: /fhir/r4/Task/77").id()).isEqualTo("77");
        assertThat(created("201, Location: https://elsewhere.example/Task/77/_history/3"))
                .isEqualTo(new TaskReference("77", Optional.of("3")));
        assertThat(created("200 with the Task").path()).isEqualTo("Task/77");
    }

    private static TaskReference created(String response) {
        return ANSWERS.created(response(response)).task().orElseThrow();
    }

    @Test
    void aServerSaysWhenToComeAgain() {
        assertThat(ANSWERS.created(response("503, Retry-After: Thu, 05 Mar 2026 07:01:00 GMT"))
                        .notBefore())
                .contains(NOW.plusSeconds(60));
        assertThat(ANSWERS.created(response("429, Retry-After: 120")).notBefore())
                .contains(NOW.plusSeconds(120));
        assertThat(ANSWERS.changed(response("503, Retry-After: 999999999")).notBefore())
                .contains(NOW.plus(RetryAfter.LONGEST));
        assertThat(ANSWERS.changed(response("503, Retry-After: soon")).notBefore())
                .isEmpty();
        assertThat(ANSWERS.changed(response("503, Retry-After: Thu, 05 Mar 2026 06:01:00 GMT"))
                        .notBefore())
                .isEmpty();
        assertThat(ANSWERS.changed(response("503, Retry-After: -5")).notBefore())
                .isEmpty();
        assertThat(ANSWERS.changed(response("503, Retry-After: 99999999999999999999"))
                        .notBefore())
                .contains(NOW.plus(RetryAfter.LONGEST));
        assertThat(ANSWERS.created(response("422, Retry-After: 120")).notBefore())
                .isEmpty();
    }

    /** RFC 9110, 5.6.7: a recipient takes all three forms of a date. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Thu, 05 Mar 2026 07:01:00 GMT", "Thursday, 05-Mar-26 07:01:00 GMT", "Thu Mar  5 07:01:00 2026"})
    void everyFormOfADateIsRead(String date) {
        assertThat(RetryAfter.read(date, NOW)).contains(NOW.plusSeconds(60));
        assertThat(RetryAfter.read(date, NOW.plusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thursday, 05-Mar-26 07:01:00",
                "Friday, 05-Mar-26 07:01:00 GMT",
                "Saturday, 05-Mar-77 07:01:00 GMT",
                "Thu Mar 5 2026 07:01:00",
                "2026-03-05T07:01:00Z",
                "1.5",
                ""
            })
    void whatIsNoDateOrHasPassedIsLeftOut(String text) {
        assertThat(RetryAfter.read(text, NOW)).isEmpty();
    }

    @Test
    void whatWasChangedThereIsReadAgain() {
        assertThat(ANSWERS.changed(response("409")).next()).isEqualTo(Next.READ_AGAIN);
        assertThat(ANSWERS.changed(response("412")).next()).isEqualTo(Next.READ_AGAIN);
        assertThat(ANSWERS.changed(response("404")).next()).isEqualTo(Next.READ_AGAIN);
        assertThat(ANSWERS.changed(response("503")).next()).isEqualTo(Next.NOTHING);
        assertThat(ANSWERS.created(response("412")).next()).isEqualTo(Next.NOTHING);
    }

    @Test
    void aReasonHasTheOutcomesCodeAndExpressionAndNoTexts() {
        assertThat(ANSWERS.created(outcome("invalid", "Task.for")).reason()).isEqualTo("422: invalid at Task.for");
        assertThat(ANSWERS.created(outcome("invalid", "Task.note[0].text")).reason())
                .isEqualTo("422: invalid at Task.note[0].text");
        assertThat(ANSWERS.created(outcome("invalid", "Task.where(id='191212121212')"))
                        .reason())
                .isEqualTo("422: invalid");
        assertThat(ANSWERS.created(outcome("Tolvan har ringt", "Task.for")).reason())
                .isEqualTo("422");
        assertThat(ANSWERS.created(new FhirResponse(422, Map.of(), "{\"x\":{")).reason())
                .isEqualTo("422");
    }

    private static FhirResponse outcome(String code, String expression) {
        return new FhirResponse(422, Map.of(), OUTCOME.formatted("error", code, expression));
    }

    private static Stream<List<String>> lines(String resource) throws IOException {
        try (InputStream in = TaskAnswersTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(TaskAnswersTest::fields).toList().stream();
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            fields.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
        }
        return fields;
    }
}
