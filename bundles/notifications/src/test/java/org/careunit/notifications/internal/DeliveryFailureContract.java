package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.SUPPRESSED;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages.RetriedMessages;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Resting;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.junit.jupiter.api.Test;

/** What becomes of a message that the gateway does not take, on every database. */
abstract class DeliveryFailureContract extends OutgoingFixture {

    @Test
    void aTemporaryRefusalIsTriedAgainWithTheSameId() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451 come back"));
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.TryLater.class);
        assertThat(states("e1")).containsExactly(TEMPORARY_FAILURE);
        assertThat(send()).isInstanceOf(JobOutcome.Done.class);
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(SENT);
            assertThat(row.attempts()).isEqualTo(2);
        });
        assertThat(gateway.sent)
                .extracting(OutgoingMail::id)
                .containsOnly(gateway.sent.get(0).id());
    }

    @Test
    void aRefusedAddressIsHeldBackUntilAnOperatorSendsAgain() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.PERMANENT_FAILURE, "550 no such user"));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(states("e1")).containsExactly(PERMANENT_FAILURE);
        now = now.plus(Duration.ofHours(1));
        happens("e2", RECEIVED);
        sendAll();
        assertThat(states("e2")).containsExactly(SUPPRESSED);
        assertThat(gateway.sent).hasSize(1);
        LedgerEntry again = ledger.retry(OPERATOR, rows("e2").get(0).id());
        assertThat(again.state()).isEqualTo(QUEUED);
        sendAll();
        assertThat(states("e2")).containsExactly(SENT);
        assertThatThrownBy(() -> ledger.retry(OPERATOR, again.id())).hasMessageContaining("only one that failed");
    }

    @Test
    void manyThatFailedAreSentAgainByStateUnitTimeAndReason() {
        town.turnOn("a@example.org", "b@example.org", "c@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 relay"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(states("e1")).containsOnly(TEMPORARY_FAILURE);
        assertThat(retried(Optional.empty(), Optional.of(new HsaId("SE1111111111-ELSEWHERE")), ""))
                .isEqualTo(new RetriedMessages(0, 0));
        assertThat(retried(Optional.of(PERMANENT_FAILURE), Optional.empty(), ""))
                .isEqualTo(new RetriedMessages(0, 0));
        assertThat(retried(Optional.of(TEMPORARY_FAILURE), Optional.of(Events.UNIT), "policy"))
                .isEqualTo(new RetriedMessages(2, 0));
        assertThat(states("e1")).containsExactlyInAnyOrder(QUEUED, QUEUED, TEMPORARY_FAILURE);
        town.turnOn("a@example.org", "b@example.org");
        RetriedMessages rest = retried(Optional.empty(), Optional.empty(), "");
        assertThat(rest.again() + rest.left()).isEqualTo(1);
        sendAll();
        assertThat(states("e1")).doesNotContain(QUEUED);
        assertThatThrownBy(() -> retried(Optional.of(SENT), Optional.empty(), ""))
                .hasMessageContaining("has not failed");
    }

    private RetriedMessages retried(Optional<MessageState> state, Optional<HsaId> unit, String reason) {
        Optional<Instant> from = Optional.of(store.clock().instant().minusSeconds(60));
        Optional<Instant> until = Optional.of(store.clock().instant().plusSeconds(60));
        return ledger.retryAll(
                OPERATOR,
                new FailedMessages(state, unit, from, until, Optional.of(reason).filter(words -> !words.isEmpty())));
    }

    @Test
    void aFaultOfOursHoldsNobodyBackAndIsTriedAgainUntilTheLadderEnds() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.OurFault.class);
        assertThat(states("e1")).containsExactly(TEMPORARY_FAILURE);
        assertThat(store.suppressions().newest(10)).isEmpty();
        giveUp("554 policy");
        assertThat(states("e1")).containsExactly(TECHNICAL_FAILURE);
    }

    @Test
    void whatWaitedForAChannelLeavesWhenItAnswersAgain() {
        now = store.clock().instant();
        build(Map.of("digestMinutes", "0"));
        town.turnOn("reception@example.org");
        gateway.rests = true;
        store.handle(followUp);
        store.handle(sendMail);
        intake.accept(
                new Actor.Host("test"), List.of(Events.event("e1", 1, RECEIVED), Events.event("e2", 2, RECEIVED)));
        await().untilAsserted(() ->
                assertThat(store.jobs().resting()).extracting(Resting::lane).containsExactly(email.jobType()));
        store.jobs().rest(email.jobType(), Duration.ofHours(1), "nobody answers");
        gateway.rests = false;
        gateway.recovered.run();
        await().untilAsserted(() -> {
            assertThat(states("e1")).containsExactly(SENT);
            assertThat(states("e2")).containsExactly(SENT);
        });
        assertThat(rows("e1").get(0).attempts()).isEqualTo(1);
    }

    @Test
    void aChannelThatRestsCostsNoAttempt() {
        town.turnOn("reception@example.org");
        gateway.answers.add(new DeliveryResult(DeliveryStatus.UNAVAILABLE, "The mail server refuses our login"));
        happens("e1", RECEIVED);
        assertThat(send()).isInstanceOf(JobOutcome.Rest.class);
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(QUEUED);
            assertThat(row.attempts()).isZero();
            assertThat(row.detail()).contains("login");
        });
    }

    @Test
    void whatWasOnItsWayWhenANodeDiedGoesOutAgain() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        Waiting job = sendJobs().get(0);
        sendMail.run(job.job()); // and the node dies before it writes down the answer
        assertThat(states("e1")).containsExactly(SENDING);
        sendAll();
        assertThat(states("e1")).containsExactly(SENT);
        assertThat(gateway.sent).hasSize(2);
        assertThat(gateway.sent.get(0)).isEqualTo(gateway.sent.get(1));
    }

    @Test
    void theEngineCarriesItFromIntakeToGateway() {
        now = store.clock().instant();
        town.turnOn("reception@example.org");
        store.handle(followUp);
        store.handle(sendMail);
        intake.accept(new Actor.Host("test"), List.of(Events.event("e1", 1, RECEIVED)));
        await().untilAsserted(() -> assertThat(states("e1")).containsExactly(SENT));
        assertThat(gateway.sent).hasSize(1);
        await().untilAsserted(() -> assertThat(sendJobs()).isEmpty());
    }
}
