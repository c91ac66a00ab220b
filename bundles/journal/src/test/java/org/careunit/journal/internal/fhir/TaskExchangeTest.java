package org.careunit.journal.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.Notices;
import org.junit.jupiter.api.Test;

class TaskExchangeTest {

    private final MemoryServer server = new MemoryServer();
    private final TaskExchange exchange = new TaskExchange(server, new TaskAnswers(Clock.systemUTC()));

    @Test
    void aCaseHasOneTaskHoweverOftenItIsSent() {
        server.losesResponses = true;
        assertThat(tell(Kind.CREATED)).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
        server.losesResponses = false;
        assertThat(tell(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(tell(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(server.tasks).hasSize(1);
    }

    @Test
    void aHandledCaseIsCompletedAndAWithdrawnOneCancelled() {
        tell(Kind.CREATED);
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(task().getString("status")).isEqualTo("completed");
        server.tasks.clear();
        tell(Kind.CREATED);
        assertThat(tell(Kind.CANCELLED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(task().getString("status")).isEqualTo("cancelled");
    }

    @Test
    void eachRoundHasItsOwnTask() {
        tell(Kind.CREATED);
        exchange.send(Notices.about(Kind.CREATED, "191212121212", null));
        exchange.send(Notices.about(Kind.COMPLETED, "191212121212", null));
        assertThat(server.tasks.values())
                .extracting(task -> task.getString("status"))
                .containsExactly("requested", "completed");
    }

    @Test
    void whatTheRecordSystemChangedMeanwhileStays() {
        tell(Kind.CREATED);
        int[] changes = {2};
        server.beforeChange = () -> {
            if (changes[0]-- > 0) {
                changeThere("owner-" + changes[0]);
            }
        };
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(task().getString("status")).isEqualTo("completed");
        assertThat(task().getJsonObject("owner").getString("display")).isEqualTo("owner-0");
    }

    @Test
    void aTaskThatChangesAllTheTimeIsParked() {
        tell(Kind.CREATED);
        server.beforeChange = () -> changeThere("somebody");
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
        assertThat(server.requests).hasSize(1 + 2 * TaskExchange.ROUNDS);
    }

    @Test
    void whatHasEndedThereOrIsGoneNeedsNothingMore() {
        tell(Kind.CREATED);
        tell(Kind.COMPLETED);
        int requests = server.requests.size();
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(server.requests).as("it was only looked at").hasSize(requests + 1);
        server.tasks.clear();
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
        tell(Kind.CREATED);
        server.beforeChange = server.tasks::clear;
        assertThat(tell(Kind.CANCELLED)).as("deleted between").isEqualTo(DeliveryStatus.ACCEPTED);
    }

    @Test
    void aTaskThatGotAnotherIdIsFound() {
        tell(Kind.CREATED);
        JsonObject task = server.tasks.remove("70");
        server.put("other", 9, task);
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(task().getString("status")).isEqualTo("completed");
    }

    @Test
    void severalTasksOfOneCaseAreForAPersonToLookAt() {
        tell(Kind.CREATED);
        server.put("copy", 1, task());
        assertThat(tell(Kind.CREATED)).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
        assertThat(server.tasks.values())
                .extracting(task -> task.getString("status"))
                .containsOnly("requested");
    }

    @Test
    void noTaskOfAnotherCaseIsEverChanged() {
        exchange.send(Notices.about(Kind.CREATED, "191212121212", null));
        server.ignoresSearch = true;
        assertThat(tell(Kind.COMPLETED)).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
        assertThat(task().getString("status")).isEqualTo("requested");
    }

    @Test
    void aSearchThatFailsIsJudgedLikeAnythingElse() {
        tell(Kind.CREATED);
        for (Map.Entry<Integer, DeliveryStatus> one : Map.of(
                        503, DeliveryStatus.TEMPORARY_FAILURE,
                        401, DeliveryStatus.UNAVAILABLE,
                        404, DeliveryStatus.UNAVAILABLE,
                        200, DeliveryStatus.TEMPORARY_FAILURE)
                .entrySet()) {
            server.instead.add(new FhirResponse(one.getKey(), Map.of(), "<html>"));
            assertThat(tell(Kind.COMPLETED)).isEqualTo(one.getValue());
        }
    }

    private void changeThere(String owner) {
        JsonObject changed = Json.createObjectBuilder(task())
                .add("owner", Json.createObjectBuilder().add("display", owner))
                .build();
        server.put("70", MemoryServer.version(changed) + 1, changed);
    }

    private JsonObject task() {
        return server.tasks.values().iterator().next();
    }

    private DeliveryStatus tell(Kind kind) {
        return exchange.send(Notices.of(kind)).status();
    }
}
