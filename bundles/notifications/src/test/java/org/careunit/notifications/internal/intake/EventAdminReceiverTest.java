package org.careunit.notifications.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.Actor;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.NotificationsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;

class EventAdminReceiverTest {

    @TempDir
    Path base;

    private final Room room = new Room();
    private EventAdminReceiver door;

    @BeforeEach
    void open() {
        door = new EventAdminReceiver(new NotificationsSettings(base, Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void whatCameWithoutADatabaseIsTakenInWhenItIsBack() throws Exception {
        room.isOut = true;
        post(event("1"));
        SpoolDrain drain = new SpoolDrain(door, room);
        try {
            await().until(() -> room.asked > 0);
            post(event("2"));
            assertThat(room.accepted).isEmpty();
            room.isOut = false;
            await().untilAsserted(() -> assertThat(room.accepted).containsExactly("1", "2"));
            await().untilAsserted(() -> assertThat(door.spool().size()).isZero());
        } finally {
            drain.close();
        }
    }

    @Test
    void aTextThatIsNoEventIsSetAsideAndDelaysNoOther() throws Exception {
        List<String> wrong = List.of(
                "{\"poison\":1}",
                "no json at all",
                "",
                "{\"x\":{",
                "[{\"id\":\"a",
                event("5") + "]",
                event("6") + "\n" + event("7"),
                event("8").replace("1970", "+300000"),
                "[".repeat(100_000));
        post(event("1"));
        for (String text : wrong) {
            post(text);
            post(event("after " + wrong.indexOf(text)).replace(" ", "-"));
        }
        drainAll();
        assertThat(room.accepted)
                .containsExactly(
                        "1", "after-0", "after-1", "after-2", "after-3", "after-4", "after-5", "after-6", "after-7",
                        "after-8");
        assertThat(refused()).containsExactlyInAnyOrderElementsOf(wrong);
    }

    @Test
    void ofFiveTextsTheOneWithSomethingBehindItIsSetAside() throws Exception {
        post(event("1") + "]");
        List.of("2", "3", "4", "5").forEach(id -> post(event(id)));
        drainAll();
        assertThat(room.accepted).containsExactly("2", "3", "4", "5");
        assertThat(refused()).containsExactly(event("1") + "]");
    }

    @Test
    void anEventThatFailsForAnotherReasonThanAnOutageIsSetAside() throws Exception {
        room.refused = "2";
        room.faulty = "3";
        List.of("1", "2", "3", "4").forEach(id -> post(event(id)));
        drainAll();
        assertThat(room.accepted).containsExactly("1", "4");
        assertThat(refused()).containsExactlyInAnyOrder(event("2"), event("3"));
    }

    @Test
    void aBatchInOneTextIsTakenInOrSetAsideAsAWhole() throws Exception {
        room.faulty = "3";
        post("[" + event("1") + "," + event("2") + "]");
        post("[" + event("3") + "," + event("4") + "]");
        drainAll();
        assertThat(room.accepted).containsExactly("1", "2");
        assertThat(refused()).containsExactly("[" + event("3") + "," + event("4") + "]");
    }

    @Test
    void theSameTextIsSetAsideOnce() throws Exception {
        post("poison");
        post("poison");
        drainAll();
        assertThat(refused()).containsExactly("poison");
        assertThat(door.refused().count()).isEqualTo(1);
    }

    @Test
    void afterARestartWhatWaitsIsTakenIn() throws Exception {
        post("{\"x\":{");
        post(event("1"));
        door.close();
        door = new EventAdminReceiver(new NotificationsSettings(base, Map.of()));
        post(event("2"));
        drainAll();
        assertThat(room.accepted).containsExactly("1", "2");
        assertThat(refused()).containsExactly("{\"x\":{");
    }

    @Test
    void aFileThatCannotBeReadDelaysNoOther() throws Exception {
        post(event("1"));
        Path unreadable = door.spool().waiting().get(0);
        Files.delete(unreadable);
        Files.createSymbolicLink(unreadable, Path.of("/proc/self/mem"));
        post(event("2"));
        SpoolDrain drain = new SpoolDrain(door, room);
        try {
            await().untilAsserted(() -> assertThat(room.accepted).containsExactly("2"));
        } finally {
            drain.close();
        }
    }

    @Test
    void anEventWithoutTextIsSetAsideWithWhatIsPlainInIt() throws Exception {
        door.handleEvent(new Event(
                PlatformEvents.TOPIC, Map.of("id", "e-1", "number", 17, "subject", new Thread("never written"))));
        assertThat(door.spool().size()).isZero();
        assertThat(refused())
                .singleElement()
                .asString()
                .contains("\"id\":\"e-1\"", "\"number\":\"17\"", "\"subject\":\"java.lang.Thread\"")
                .doesNotContain("never written");
    }

    @Test
    void aTextMayBeAnyCharactersOrBytes() throws Exception {
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of("json", new StringBuilder(event("1")))));
        door.handleEvent(
                new Event(PlatformEvents.TOPIC, Map.of("json", event("2").getBytes(StandardCharsets.UTF_8))));
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of("json", List.of(event("3")))));
        drainAll();
        assertThat(room.accepted).containsExactly("1", "2");
        assertThat(refused()).singleElement().asString().contains("\"json\":\"java.util.");
    }

    @Test
    void anInterruptedPosterIsHeardAndHurtsNoOther() throws Exception {
        Thread.currentThread().interrupt();
        post(event("1"));
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of("none", 1)));
        assertThat(Thread.interrupted()).isTrue();
        post(event("2"));
        drainAll();
        assertThat(room.accepted).containsExactly("1", "2");
        assertThat(door.lost()).isZero();
        assertThat(refused()).hasSize(1);
    }

    private void drainAll() throws InterruptedException {
        SpoolDrain drain = new SpoolDrain(door, room);
        try {
            await().untilAsserted(() -> assertThat(door.spool().size()).isZero());
        } finally {
            drain.close();
        }
    }

    private void post(String json) {
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, json)));
    }

    private static String event(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"unit-changed\",\"occurredAt\":\"1970-01-01T00:00:00Z\",\"unit\":\""
                + Events.UNIT + "\"}";
    }

    private List<String> refused() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : door.refused().files()) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    /** Takes in everything, unless it is out or has a fault with one id. */
    private static final class Room implements PlatformEvents {

        final List<String> accepted = new CopyOnWriteArrayList<>();
        volatile boolean isOut;
        volatile int asked;
        volatile String refused = "";
        volatile String faulty = "";

        @Override
        public synchronized Acceptance accept(Actor actor, List<? extends PlatformEvent> events) {
            asked++;
            if (isOut) {
                throw new UnavailableException("The database is out of reach");
            }
            List<String> ids = events.stream().map(event -> event.id().value()).toList();
            if (ids.contains(faulty)) {
                throw new IllegalStateException("A fault");
            }
            if (ids.contains(refused)) {
                throw ValueProblem.NULL_ITEM.refused();
            }
            accepted.addAll(ids);
            return new Acceptance(ids.size(), 0, 0);
        }

        @Override
        public Acceptance acceptJson(Actor actor, String json) {
            throw new AssertionError();
        }
    }
}
