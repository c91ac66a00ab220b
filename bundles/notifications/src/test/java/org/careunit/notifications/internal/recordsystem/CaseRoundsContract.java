package org.careunit.notifications.internal.recordsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.SENDING;

import java.time.Instant;
import java.util.UUID;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.Test;

/** Which notices of its cases a record system gets, and in which order, on every database. */
abstract class CaseRoundsContract extends CaseNoticesFixture {

    private static final StaffId STAFF = new StaffId("SE1111111111-ANNA");

    @Test
    void aCaseIsToldAndCompletedOnce() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happens("e2", new CaseChange.Given(STAFF, STAFF));
        happens("e3", new CaseChange.Answered());
        happens("e4", new CaseChange.Closed());
        awaitStates(DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1");
        assertThat(system.notices.get(2).time()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @Test
    void aReopenedCaseIsANewRound() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happens("e2", new CaseChange.Answered());
        awaitStates(DELIVERED, DELIVERED);
        happens("e3", new CaseChange.Reopened());
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        happens("e4", new CaseChange.Withdrawn());
        awaitStates(DELIVERED, DELIVERED, DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "CREATED 2", "CANCELLED 2");
    }

    @Test
    void whatEndsBeforeItIsToldNeedsNothing() {
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        await().atMost(PATIENCE).until(() -> !store.jobs().resting().isEmpty());
        assertThat(store.jobs().resting().get(0).reason()).contains("has not passed a test message");
        happens("e2", new CaseChange.Withdrawn());
        awaitStates(CANCELLED);
        passTheTest();
        store.jobs().wake(SendCaseNotices.TYPE);
        await().atMost(PATIENCE).until(() -> store.jobs().waiting(10).isEmpty());
        assertThat(system.told()).isEmpty();
    }

    @Test
    void anUnknownCreationGoesFirstEvenIfTheCaseHasEnded() {
        passTheTest();
        system.answers.add(RecordSystemAnswer.none("half a frame"));
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows().get(0).detail()).isEqualTo("half a frame"));
        assertThat(rows()).extracting(LedgerRow::state).containsExactly(SENDING);
        happens("e2", new CaseChange.Answered());
        awaitStates(DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "CREATED 1", "COMPLETED 1");
        UUID first = system.notices.get(2).id();
        assertThat(system.notices.get(3).id()).isEqualTo(first);
    }

    @Test
    void aCreationThatWasSurelyNotCarriedOutIsDroppedWithItsCase() {
        passTheTest();
        system.answers.add(RecordSystemAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, "503"));
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(MessageState.TEMPORARY_FAILURE);
        happens("e2", new CaseChange.Answered());
        awaitStates(CANCELLED);
        assertThat(system.told()).containsExactly("CREATED 1");
    }

    /** A late reopening gives the later round another number; its end is told as that of the round that was begun. */
    @Test
    void aReopeningThatComesLateMovesNoEnd() {
        passTheTest();
        happensAt("e1", 10, new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happensAt("e2", 20, new CaseChange.Answered());
        happensAt("e3", 40, new CaseChange.Reopened());
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        happensAt("e4", 30, new CaseChange.Reopened());
        happensAt("e5", 50, new CaseChange.Withdrawn());
        awaitStates(DELIVERED, DELIVERED, DELIVERED, CANCELLED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "CREATED 2", "CANCELLED 2");
    }

    @Test
    void aSecondReceiptBeginsNothing() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        happens("e2", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        assertThat(rows()).hasSize(1);
    }

    /** Follow-ups run side by side: whichever comes first, the record system hears in the order of the case. */
    @Test
    void anEndWhoseReopeningIsFollowedUpFirstIsToldFirst() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        CaseEvent answered = event("e2", 20, new CaseChange.Answered());
        CaseEvent reopened = event("e3", 30, new CaseChange.Reopened());
        store.transactions().run(() -> {
            enter(answered);
            enter(reopened);
            notices.follow(reopened);
            notices.follow(answered);
        });
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "CREATED 2");
    }
}
