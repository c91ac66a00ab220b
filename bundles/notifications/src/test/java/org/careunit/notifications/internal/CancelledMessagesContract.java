package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.storage.jobs.JobOutcome;
import org.junit.jupiter.api.Test;

/** Which messages are cancelled because nobody needs them any more, on every database. */
abstract class CancelledMessagesContract extends OutgoingFixture {

    @Test
    void whatIsNoLongerWantedIsCancelled() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        town.turnOn("another@example.org");
        sendAll();
        assertThat(states("e1")).containsExactly(CANCELLED);
        now = now.plus(Duration.ofHours(1));
        happens("e2", RECEIVED);
        happens("e3", new CaseChange.Withdrawn());
        sendAll();
        assertThat(states("e2")).containsExactly(CANCELLED);
        assertThat(gateway.sent).isEmpty();
        now = now.plus(Duration.ofHours(1));
        happens(event(
                "e4", "c-4", now.getEpochSecond(), RECEIVED)); // the cancelled message does not swallow what comes next
        sendAll();
        assertThat(gateway.sent).hasSize(1);
    }

    @Test
    void ofACaseThatEndedInTheSameBatchNothingLeavesInEitherOrder() {
        now = store.clock().instant();
        build(Map.of("digestMinutes", "0"));
        town.turnOn("reception@example.org");
        store.handle(followUp);
        store.handle(sendMail);
        for (int round = 0; round < 100; round++) {
            PlatformEvent received = event("r" + round, "c" + round, 1, RECEIVED);
            PlatformEvent withdrawn = event("w" + round, "c" + round, 2, new CaseChange.Withdrawn());
            intake.accept(
                    new Actor.Host("test"),
                    round % 2 == 0 ? List.of(received, withdrawn) : List.of(withdrawn, received));
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        store.messages().newest(Optional.empty(), Optional.of(CANCELLED), Optional.empty(), 200))
                .hasSize(100));
        await().untilAsserted(() -> assertThat(store.jobs().backlog()).isEmpty());
        assertThat(gateway.sent).isEmpty();
    }

    @Test
    void whatIsWithdrawnBeforeItsReceiptComesInIsNotTold() {
        town.turnOn("reception@example.org");
        happens("e2", new CaseChange.Withdrawn());
        now = now.minusSeconds(60);
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).isEmpty();
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(CANCELLED);
            assertThat(row.detail()).isEqualTo("The case needs no message any more");
        });
    }

    @Test
    void whatIsWithdrawnWhileTheGatewayHangsIsNotTriedAgain() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451 come back"));
        gateway.before = () -> happens("e2", new CaseChange.Withdrawn());
        assertThat(send()).isInstanceOf(JobOutcome.TryLater.class);
        gateway.before = () -> {};
        assertThat(states("e1")).containsExactly(TEMPORARY_FAILURE);
        assertThat(send()).isInstanceOf(JobOutcome.Done.class);
        assertThat(states("e1")).containsExactly(CANCELLED);
        assertThat(gateway.sent).hasSize(1);
    }

    @Test
    void anOperatorSendsNothingOfACaseThatHasEnded() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TECHNICAL_FAILURE, "554 policy"));
        send();
        giveUp("554 policy");
        happens("e2", new CaseChange.Answered());
        ledger.retry(OPERATOR, rows("e1").get(0).id());
        sendAll();
        assertThat(states("e1")).containsExactly(CANCELLED);
        assertThat(gateway.sent).hasSize(1);
    }

    @Test
    void whoHandedACaseOnIsNotToldOfItAnyMore() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        town.wantToBeTold.put(B, new EmailAddress("b@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        now = now.plusSeconds(1);
        happens("e2", new CaseChange.Given(B, A));
        sendAll();
        assertThat(gateway.sent).extracting(mail -> mail.to().value()).containsExactly("b@example.org");
        assertThat(states("e1")).containsExactly(CANCELLED);
    }
}
