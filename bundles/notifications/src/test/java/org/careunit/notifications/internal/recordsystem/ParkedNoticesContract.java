package org.careunit.notifications.internal.recordsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.messages.MessageState;
import org.junit.jupiter.api.Test;

/** Notices that a record system refuses, and what operators do with them, on every database. */
abstract class ParkedNoticesContract extends CaseNoticesFixture {

    @Test
    void whatIsRefusedIsParkedUntilItsCaseEnds() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        happens("e2", new CaseChange.Closed());
        awaitStates(CANCELLED);
        assertThat(store.jobs().setAside(10)).isEmpty();
        happens("e3", new CaseChange.Reopened());
        awaitStates(CANCELLED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "CREATED 2");
    }

    @Test
    void operatorsResendOrDiscardWhatIsParked() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        store.transactions().run(() -> notices.sendAgain(row(PERMANENT_FAILURE)));
        awaitStates(DELIVERED);
        system.answers.add(refusal());
        happens("e2", new CaseChange.Withdrawn());
        awaitStates(DELIVERED, PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        happens("e3", new CaseChange.Reopened());
        awaitStates(DELIVERED, PERMANENT_FAILURE, QUEUED);
        store.transactions().run(() -> notices.discard(row(PERMANENT_FAILURE)));
        awaitStates(DELIVERED, CANCELLED, DELIVERED);
        ThrowingCallable again = () -> store.transactions().run(() -> notices.discard(row(CANCELLED)));
        assertThatThrownBy(again).isInstanceOf(RefusedException.class).hasMessageContaining("CANCELLED");
    }

    @Test
    void aRefusedCreationDoesNotHoldUpTheReopenedCase() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        happens("e2", new CaseChange.Reopened());
        awaitStates(CANCELLED, DELIVERED);
        assertThat(store.jobs().setAside(10)).isEmpty();
        assertThat(system.told()).containsExactly("CREATED 1", "CREATED 2");
    }

    @Test
    void aRefusedCreationOfACaseReopenedAfterSwitchingOffStaysWithNoOperator() {
        passTheTest();
        system.answers.add(refusal());
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        isOn = false;
        happens("e2", new CaseChange.Reopened());
        awaitStates(CANCELLED);
        assertThat(store.jobs().setAside(10)).isEmpty();
    }

    /** An operator has decided that the record system hears nothing of this end. */
    @Test
    void aDiscardedEndIsNotReplacedByOneThatCameLate() {
        passTheTest();
        happensAt("e1", 10, new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        system.answers.add(refusal());
        happensAt("e2", 30, new CaseChange.Withdrawn());
        awaitStates(DELIVERED, PERMANENT_FAILURE);
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        store.transactions().run(() -> notices.discard(row(PERMANENT_FAILURE)));
        happensAt("e3", 20, new CaseChange.Answered());
        awaitStates(DELIVERED, CANCELLED);
        assertThat(system.told()).containsExactly("CREATED 1", "CANCELLED 1");
    }

    @Test
    void whatAnOperatorHasTriedAgainAtOnceKeepsItsPlaceInItsCase() {
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        system.answers.add(RecordSystemAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, "503"));
        happens("e2", new CaseChange.Answered());
        awaitStates(DELIVERED, MessageState.TEMPORARY_FAILURE);
        happens("e3", new CaseChange.Reopened());
        awaitStates(DELIVERED, MessageState.TEMPORARY_FAILURE, QUEUED);
        store.transactions().run(() -> notices.sendAgain(row(MessageState.TEMPORARY_FAILURE)));
        awaitStates(DELIVERED, DELIVERED, DELIVERED);
        assertThat(system.told()).containsExactly("CREATED 1", "COMPLETED 1", "COMPLETED 1", "CREATED 2");
    }
}
