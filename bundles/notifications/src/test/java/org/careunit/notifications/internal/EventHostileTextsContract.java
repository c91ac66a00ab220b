package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.intake.SpoolDrain;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.HostileTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;

/** Events out of hostile texts, at both doors and on every database. */
abstract class EventHostileTextsContract {

    private static final Actor HOST = new Actor.Host("test");
    private static final int TRIES_ON_STORE = HostileTexts.TRIES / 10;

    @TempDir
    Path base;

    private TestStore store;
    private Intake intake;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        intake = Intakes.of(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void theServiceRefusesThemInTimeAndTakesInTheGoodOneBehindEach() {
        HostileTexts texts = new HostileTexts(good("e-0"), 1);
        for (int i = 1; i <= TRIES_ON_STORE; i++) {
            HostileTexts.readInTime(texts.next(), this::acceptOrRefuse);
            if (i % 10 == 0) {
                assertThat(intake.acceptJson(HOST, good("good-" + i)).accepted())
                        .isEqualTo(1);
            }
        }
    }

    private void acceptOrRefuse(String text) {
        try {
            intake.acceptJson(HOST, text);
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).matches("(?s)(/.*: )?.+");
        }
    }

    @Test
    void theSpoolSetsThemAsideAndTakesInTheGoodOneBehindEachAlsoAfterARestart() throws Exception {
        HostileTexts texts = new HostileTexts(good("e-0"), 2);
        EventAdminReceiver before = door();
        for (int i = 0; i < TRIES_ON_STORE / 2; i++) {
            post(before, texts.next());
            post(before, good("good-" + i));
        }
        SpoolDrain interrupted = new SpoolDrain(before, intake);
        interrupted.close();
        before.close();
        EventAdminReceiver after = door();
        SpoolDrain drain = new SpoolDrain(after, intake);
        try {
            for (int i = TRIES_ON_STORE / 2; i < TRIES_ON_STORE; i++) {
                post(after, texts.next());
                post(after, good("good-" + i));
            }
            await().atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(after.spool().size()).isZero());
        } finally {
            drain.close();
            after.close();
        }
        for (int i = 0; i < TRIES_ON_STORE; i++) {
            assertThat(store.events().find("good-" + i)).isPresent();
        }
        assertThat(after.lost()).isZero();
        assertThat(after.refused().count()).isPositive();
    }

    private EventAdminReceiver door() {
        return new EventAdminReceiver(new NotificationsSettings(base, Map.of()));
    }

    private static void post(EventAdminReceiver door, String text) {
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, text)));
    }

    private static String good(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"case-given\",\"occurredAt\":\"2026-11-30T12:00:00+01:00\",\"unit\":\""
                + Events.UNIT + "\",\"case\":\"c-" + id
                + "\",\"sequence\":7,\"to\":\"SE1111111111-A\",\"by\":\"SE1111111111-B\"}";
    }
}
