package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.failure.RefusedException;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.storage.json.HostileTexts;
import org.junit.jupiter.api.Test;

class EventJsonHostileTextsTest {

    private static final String GOOD = "{\"id\":\"e-1\",\"type\":\"case-received\",\"occurredAt\":"
            + "\"2026-11-30T12:00:00+01:00\",\"unit\":\"SE1111111111-UNIT1\",\"case\":\"c-1\",\"sequence\":1,"
            + "\"caseType\":\"kontakta-mig\"}";

    private final EventJson json = new EventJson();

    @Test
    void whatIsTakenIsWrittenAndReadAgainAndAnythingElseIsRefusedInTime() {
        new HostileTexts(GOOD, 1).tryAll(HostileTexts.TRIES / 2, this::readOrRefuse);
        new HostileTexts("[" + GOOD + "," + GOOD.replace("e-1", "e-2") + "]", 2)
                .tryAll(HostileTexts.TRIES / 2, this::readOrRefuse);
        assertThat(json.read(GOOD)).hasSize(1);
    }

    private void readOrRefuse(String text) {
        List<PlatformEvent> events;
        try {
            events = json.read(text);
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).matches("(?s)(/.*: )?.+");
            return;
        }
        assertThat(events)
                .allSatisfy(event -> assertThat(json.readOne(json.write(event))).isEqualTo(event));
    }
}
