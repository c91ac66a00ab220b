package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;

class EventDoorTest {

    @TempDir
    Path base;

    private final Room room = new Room();
    private EventDoor door;

    @BeforeEach
    void open() {
        door = new EventDoor(new NotificationsSettings(base, Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void whatCameWithoutADatabaseIsBroughtWhenItIsBack() throws Exception {
        room.isOut = true;
        post("{\"id\":\"1\"}");
        SpoolDrain drain = new SpoolDrain(door, room);
        try {
            await().until(() -> room.asked > 0);
            post("{\"id\":\"2\"}");
            assertThat(room.accepted).isEmpty();
            room.isOut = false;
            await().untilAsserted(() -> assertThat(room.accepted).containsExactly("{\"id\":\"1\"}", "{\"id\":\"2\"}"));
            await().untilAsserted(() -> assertThat(door.spool().size()).isZero());
        } finally {
            drain.close();
        }
    }

    @Test
    void aTextThatIsNoEventIsSetAsideAndHoldsUpNobody() throws Exception {
        post("{\"id\":\"1\"}");
        post("{\"poison\":1}");
        post("no json at all");
        post("{\"id\":\"2\"}");
        SpoolDrain drain = new SpoolDrain(door, room);
        try {
            await().untilAsserted(() -> assertThat(room.accepted).containsExactly("{\"id\":\"1\"}", "{\"id\":\"2\"}"));
            await().untilAsserted(() -> assertThat(door.spool().size()).isZero());
        } finally {
            drain.close();
        }
        try (var files = Files.list(door.refused())) {
            assertThat(files.map(EventDoorTest::content)).containsExactlyInAnyOrder("{\"poison\":1}", "no json at all");
        }
    }

    @Test
    void anEventWithoutTextIsPassedOver() {
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of("subject", "a whole map is never kept")));
        assertThat(door.spool().size()).isZero();
    }

    private void post(String json) {
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, json)));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Takes in whatever has an id, unless it is out. */
    private static final class Room implements PlatformEvents {

        final Set<String> accepted = new ConcurrentSkipListSet<>();
        volatile boolean isOut;
        volatile int asked;

        @Override
        public Acceptance accept(Actor actor, List<? extends PlatformEvent> events) {
            throw new AssertionError();
        }

        @Override
        public synchronized Acceptance acceptJson(Actor actor, String json) {
            asked++;
            if (isOut) {
                throw new UnavailableException("The database is out of reach");
            }
            List<String> texts = json.startsWith("[")
                    ? List.of(json.substring(1, json.length() - 1).split(",(?=\\{)"))
                    : List.of(json);
            if (!texts.stream().allMatch(text -> text.contains("\"id\""))) {
                throw new RefusedException("This is not JSON of an event");
            }
            accepted.addAll(texts);
            return new Acceptance(texts.size(), 0);
        }
    }
}
