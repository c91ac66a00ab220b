package org.careunit.journal.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.HostileLines;
import org.careunit.storage.json.HostileTexts;
import org.junit.jupiter.api.Test;

/** Responses of a FHIR server out of hostile texts: each is judged in time, and nothing of it gets into the ledger. */
class TaskHostileTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-05T07:00:00Z");
    private static final TaskAnswers ANSWERS = new TaskAnswers(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final String OUTCOME =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"invalid\","
                    + "\"diagnostics\":\"Kanarie Fågel 189001189811\",\"expression\":[\"Task.for\"]}]}";
    private static final String TASK =
            "{\"resourceType\":\"Task\",\"id\":\"77\",\"meta\":{\"versionId\":\"1\"},\"description\":\"Kanarie\"}";
    private static final List<Integer> STATUSES = List.of(200, 201, 204, 400, 404, 409, 412, 422, 429, 500, 503);
    private static final List<String> HEADERS = List.of("Location", "Content-Location", "ETag", "Retry-After");

    @Test
    void hostileBodiesAreJudgedInTimeAndRepeatNobody() {
        for (String good : List.of(OUTCOME, TASK)) {
            new HostileTexts(good, good.length())
                    .tryAll(HostileTexts.TRIES / 2, text -> judge(new FhirResponse(status(text), Map.of(), text)));
        }
        assertThat(ANSWERS.created(new FhirResponse(201, Map.of(), TASK)).status())
                .isEqualTo(DeliveryStatus.ACCEPTED);
    }

    @Test
    void hostileHeadersAreJudgedInTime() {
        for (String header : HEADERS) {
            new HostileLines("https://record.example.org/fhir/Task/77/_history/1", HEADERS.indexOf(header))
                    .tryAll(
                            HostileLines.TRIES / HEADERS.size(),
                            text -> judge(new FhirResponse(status(text), Map.of(header, text), "")));
        }
    }

    private static int status(String text) {
        return STATUSES.get(text.length() % STATUSES.size());
    }

    private static void judge(FhirResponse response) {
        for (TaskAnswer answer : List.of(ANSWERS.created(response), ANSWERS.changed(response))) {
            assertThat(answer.status()).isNotNull();
            assertThat(answer.reason()).hasSizeLessThan(500).doesNotContain("Kanarie", "189001189811");
        }
        ANSWERS.found(response);
    }
}
