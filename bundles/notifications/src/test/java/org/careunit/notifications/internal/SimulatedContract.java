package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.Simulated;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a unit that simulates, everything happens and nothing leaves, on either store. */
abstract class SimulatedContract {

    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final EmailAddress RESIDENT = new EmailAddress("resident@example.org");

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        platform = new VirtualPlatform(store, base, at("2026-03-02T10:00"));
        platform.town.turnOn("reception@example.org");
        platform.recipients.setHost(
                ref -> Optional.of(new CaseContacts.Contacts(Optional.of(RESIDENT), Optional.empty())));
        simulate(true);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aWholeLifeIsInTheLedgerAndNothingLeaves() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-06T09:00"));
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-20T09:00"));
        assertThat(states("c-1", Topic.NEW_CASE, Topic.OVERDUE, Topic.UNREAD))
                .containsExactly(MessageState.SIMULATED, MessageState.SIMULATED, MessageState.SIMULATED);
        assertThat(platform.sent).isEmpty();
        assertThat(platform.explanations.why(new Actor.Operator("test"), new CaseRef(Events.UNIT, "c-1")))
                .filteredOn(one -> one.topic() == Topic.OVERDUE)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(MessageReason.SIMULATED));
    }

    @Test
    void switchingOffSendsNothingAfterTheFact() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.Answered());
        platform.recipients.setHost(ref -> {
            throw new UnavailableException("not now");
        });
        platform.until(at("2026-03-06T10:00"));
        simulate(false);
        platform.recipients.setHost(
                ref -> Optional.of(new CaseContacts.Contacts(Optional.of(RESIDENT), Optional.empty())));
        platform.until(at("2026-03-13T10:00"));
        assertThat(platform.sent).isEmpty();
        assertThat(states("c-2", Topic.UNREAD)).containsExactly(MessageState.SIMULATED);
    }

    /** The next news open a message of their own: it must not join one that does not leave. */
    @Test
    void whatComesAfterSwitchingOffLeaves() {
        platform.happens("c-1", RECEIVED);
        simulate(false);
        platform.happens("c-2", RECEIVED);
        platform.until(platform.now().plus(Duration.ofHours(1)));
        assertThat(states("c-1", Topic.NEW_CASE)).containsExactly(MessageState.SIMULATED);
        assertThat(states("c-2", Topic.NEW_CASE)).containsExactly(MessageState.SENT);
        assertThat(platform.sent).hasSize(1);
    }

    @Test
    void whatWaitedWhenItWasSwitchedOnDoesNotLeave() {
        simulate(false);
        platform.happens("c-1", RECEIVED);
        platform.happens("c-2", RECEIVED);
        simulate(true);
        platform.until(platform.now().plus(Duration.ofHours(1)));
        assertThat(platform.sent).hasSize(1);
        assertThat(states("c-2", Topic.NEW_CASE)).containsExactly(MessageState.SIMULATED);
    }

    private void simulate(boolean on) {
        platform.town.save(new Simulated(on), platform.now());
    }

    private List<MessageState> states(String caseId, Topic... topics) {
        return Stream.of(topics)
                .flatMap(topic -> platform.rows(caseId).stream().filter(row -> row.topic() == topic))
                .map(LedgerRow::state)
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }
}
