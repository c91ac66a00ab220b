package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvent.StaffChanged;
import org.careunit.api.events.PlatformEvent.UnitChanged;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

/** Events that come in as they should, and as they should not. */
abstract class EventChecks extends HostChecks {

    private Acceptance accept(CaseEvent... events) {
        return service(PlatformEvents.class).accept(HOST, List.of(events));
    }

    private Acceptance acceptJson(String json) {
        return service(PlatformEvents.class).acceptJson(HOST, json);
    }

    private List<LedgerEntry> about(String caseId) {
        careunit.awaitIdle();
        return service(Messages.class).about(OPERATOR, unit.caseOf(caseId));
    }

    private String json(String id, String type, String more) {
        return "{\"id\": \"" + id + "\", \"type\": \"" + type + "\", \"occurredAt\": \"2026-03-02T09:00:00+01:00\""
                + more + "}";
    }

    private String received(String id, String caseId) {
        return json(
                id,
                "case-received",
                ", \"unit\": \"" + unit.id() + "\", \"case\": \"" + caseId + "\", \"caseType\": \"" + unit.type()
                        + "\"");
    }

    @Test
    void anEventIsTakenInOnce() {
        CaseEvent event = event(unit.caseOf("once"), received());
        assertThat(accept(event)).isEqualTo(new Acceptance(1, 0, 0));
        assertThat(accept(event)).isEqualTo(new Acceptance(0, 1, 0));
        assertThat(about("once")).hasSize(1);
    }

    @Test
    void theSameIdWithOtherContentIsCounted() {
        accept(event("differs", unit.caseOf("differs"), received()));
        assertThat(accept(event("differs", unit.caseOf("differs"), new CaseChange.Closed())))
                .isEqualTo(new Acceptance(0, 1, 1));
    }

    @Test
    void anIdTwiceInABatchIsKnown() {
        CaseEvent event = event(unit.caseOf("twice"), received());
        assertThat(accept(event, event)).isEqualTo(new Acceptance(1, 1, 0));
    }

    @Test
    void noEventsAreNothing() {
        assertThat(accept()).isEqualTo(new Acceptance(0, 0, 0));
        assertThat(acceptJson("[]")).isEqualTo(new Acceptance(0, 0, 0));
    }

    @Test
    void aBatchThatIsTooLargeIsRefused() {
        CaseEvent event = event(unit.caseOf("large"), received());
        refused("notification.batch", () -> service(PlatformEvents.class)
                .accept(HOST, Collections.nCopies(PlatformEvents.MAX_BATCH + 1, event)));
        assertThat(about("large")).isEmpty();
    }

    @Test
    void anEventOfAnotherCenturyIsRefusedAndNoneOfItsBatchIsTakenIn() {
        CaseEvent good = event(unit.caseOf("century"), received());
        CaseEvent old = event(unit.caseOf("century"), new CaseChange.Closed())
                .withOccurredAt(Instant.parse("1800-01-01T00:00:00Z"));
        refused("json.far", () -> accept(good, old));
        assertThat(about("century")).isEmpty();
    }

    @Test
    void anEventOfACaseTypeThatNobodyHasIsAFactAllTheSame() {
        assertThat(accept(event(unit.caseOf("type"), new CaseChange.Received(new CaseTypeKey("finns-inte")))))
                .isEqualTo(new Acceptance(1, 0, 0));
    }

    @Test
    void anEventOfAUnitThatHasNotJoinedIsAFactAllTheSame() {
        CaseRef elsewhere = new CaseRef(id("ELSEWHERE"), "1");
        assertThat(accept(event(elsewhere, received()))).isEqualTo(new Acceptance(1, 0, 0));
        careunit.awaitIdle();
    }

    @Test
    void unitsAndStaffChangeWithoutACase() {
        assertThat(service(PlatformEvents.class)
                        .accept(
                                HOST,
                                List.of(
                                        new UnitChanged(new EventId("unit-1"), now(), unit.id()),
                                        new StaffChanged(new EventId("staff-1"), now(), unit.handler()))))
                .isEqualTo(new Acceptance(2, 0, 0));
        careunit.awaitIdle();
    }

    @Test
    void jsonIsTakenInAsOneOrAsABatch() {
        assertThat(acceptJson(received("json-1", "json"))).isEqualTo(new Acceptance(1, 0, 0));
        assertThat(acceptJson("[" + received("json-1", "json") + "," + received("json-2", "json-2") + "]"))
                .isEqualTo(new Acceptance(1, 1, 0));
    }

    @Test
    void aByteOrderMarkAndUnknownKeysArePassedOver() {
        String json = received("bom-1", "bom").replace("{", "{\"new\": {\"x\": [1]}, ");
        assertThat(acceptJson("\uFEFF" + json)).isEqualTo(new Acceptance(1, 0, 0));
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        refused("json.syntax", () -> acceptJson("händelse"));
        refused("json.end", () -> acceptJson("{\"id\": \"a\""));
        refused("json.behind", () -> acceptJson(received("behind-1", "behind") + " {}"));
        refused("json.twice", () -> acceptJson("{\"id\": \"a\", \"id\": \"b\"}"));
        refused("json.type", () -> acceptJson("7"));
        refused("json.depth", () -> acceptJson("[".repeat(100) + "]".repeat(100)));
    }

    @Test
    void anUnknownTypeIsRefusedWithThoseThatThereAre() {
        RefusedException refused = refused("notification.event-type", () -> acceptJson(json("t-1", "moved", "")));
        assertThat(refused.getMessage()).startsWith("/type: ").contains("case-received");
    }

    @Test
    void aSequenceIsAWholeNumber() {
        for (String sequence : List.of("1.5", "1e3", "\"1\"", "99999999999999999999", "true")) {
            String json = received("s-1", "sequence").replace("}", ", \"sequence\": " + sequence + "}");
            assertThat(paths(refused(codeOf(json), () -> acceptJson(json)))).containsExactly("/sequence");
        }
    }

    private String codeOf(String json) {
        try {
            acceptJson(json);
            return "none";
        } catch (RefusedException refused) {
            return refused.code();
        }
    }

    @Test
    void allThatIsWrongWithAnEventIsToldAtOnce() {
        RefusedException refused = refused(
                "json.missing",
                () -> acceptJson("{\"type\": \"case-given\", \"occurredAt\": \"i går\", \"unit\": \"x\"}"));
        assertThat(paths(refused)).contains("/id", "/occurredAt", "/unit", "/case", "/to", "/by");
    }

    @Test
    void allThatIsWrongInABatchIsToldAtOnceAndNoneIsTakenIn() {
        String good = received("batch-1", "batch");
        String batch = "[" + good + ", " + json("", "closed", "") + ", 7, " + json("batch-3", "moved", "") + "]";
        RefusedException refused = refused("json.type", () -> acceptJson(batch));
        assertThat(paths(refused)).contains("/1/id", "/1/unit", "/1/case", "/2", "/3/type");
        assertThat(acceptJson(good)).isEqualTo(new Acceptance(1, 0, 0));
    }

    @Test
    void aPersonalNumberIsNoIdAndIsNotRepeated() {
        String number = Canary.PERSON.number();
        for (String json : List.of(received(number, "person"), received("person-1", number))) {
            RefusedException refused = refused("identity.is-person-number", () -> acceptJson(json));
            assertThat(Canary.PERSON.foundIn(refused.getMessage())).isEmpty();
        }
    }

    @Test
    void anEventThatIsTooLargeIsRefused() {
        String json = received("huge-1", "huge").replace("{", "{\"x\": \"" + "x".repeat(17 * 1024) + "\", ");
        refused("json.bytes", () -> acceptJson(json));
    }

    @Test
    void aPostedEventIsTakenInAlsoBehindOnesThatAreNone() {
        careunit.post(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, "inget")));
        careunit.post(new Event(PlatformEvents.TOPIC, Map.of("text", "utan json")));
        careunit.post(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, received("posted-1", "posted"))));
        assertThat(about("posted")).hasSize(1);
        assertThat(acceptJson(received("posted-1", "posted"))).isEqualTo(new Acceptance(0, 1, 0));
        assertThat(careunit.observed().health()).anyMatch(line -> line.contains("event-refused"));
    }
}
