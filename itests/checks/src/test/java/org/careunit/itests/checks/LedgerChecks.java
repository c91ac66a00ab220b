package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.events.CaseChange;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.TestMessages;
import org.careunit.api.messages.Topic;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Test;

/** What became of messages, and what is counted and kept. */
abstract class LedgerChecks extends HostChecks {

    private List<LedgerEntry> about(CaseRef ref) {
        return service(Messages.class).about(administrator, ref);
    }

    @Test
    void recipientsAreMasked() {
        CaseRef ref = unit.caseOf("masked");
        careunit.happens(ref, received());
        assertThat(about(ref)).singleElement().satisfies(entry -> {
            assertThat(entry.topic()).isEqualTo(Topic.NEW_CASE);
            assertThat(entry.recipient()).contains("m***@example.org");
        });
    }

    @Test
    void whatIsNotTakenIsTriedAgain() {
        CaseRef ref = unit.caseOf("failed");
        careunit.advance(Duration.ofMinutes(15));
        careunit.mail().answer(DeliveryStatus.TEMPORARY_FAILURE, "broken, on purpose");
        try {
            careunit.happens(ref, received());
            assertThat(about(ref)).extracting(LedgerEntry::state).doesNotContain(MessageState.SENT);
        } finally {
            careunit.mail().recover();
        }
        careunit.advance(Duration.ofHours(1), Duration.ofMinutes(10));
        LedgerEntry sent = about(ref).get(0);
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        refused("notification.not-failed", () -> service(Messages.class).retry(OPERATOR, sent.id()));
    }

    @Test
    void aGatewayThatRestsLosesNothing() {
        CaseRef ref = unit.caseOf("rests");
        careunit.advance(Duration.ofMinutes(15));
        careunit.mail().faults().set(Fault.UNAVAILABLE);
        careunit.happens(ref, received());
        assertThat(about(ref)).extracting(LedgerEntry::state).doesNotContain(MessageState.SENT);
        careunit.mail().recover();
        careunit.advance(Duration.ofHours(1), Duration.ofMinutes(10));
        assertThat(about(ref)).extracting(LedgerEntry::state).containsExactly(MessageState.SENT);
    }

    @Test
    void anUnknownMessageIsEmptyOrRefused() {
        UUID unknown = new UUID(4, 7);
        assertThat(service(Messages.class).find(OPERATOR, unknown)).isEmpty();
        refused("notification.no-message", () -> service(Messages.class).retry(OPERATOR, unknown));
        refused("notification.no-message", () -> service(Messages.class).discard(OPERATOR, unknown));
    }

    @Test
    void onlyStatesOfFailureAreLookedFor() {
        refused("value.not-failed", () -> FailedMessages.ALL.withState(Optional.of(MessageState.SENT)));
        refused("value.year", () -> FailedMessages.ALL.withFrom(Optional.of(Instant.MAX)));
    }

    @Test
    void aTestMessageLeavesForWhoAsks() {
        Actor self = new Actor.Staff(unit.handler());
        LedgerEntry sent = service(TestMessages.class).send(self, unit.id(), unit.handler(), Channel.EMAIL);
        assertThat(sent.topic()).isEqualTo(Topic.TEST);
        careunit.awaitIdle();
        refused("notification.not-wanted", () -> service(TestMessages.class)
                .send(self, unit.id(), unit.handler(), Channel.SMS));
        refused("access.not-permitted", () -> service(TestMessages.class)
                .send(administrator, unit.id(), unit.handler(), Channel.EMAIL));
    }

    @Test
    void aTimelineIsInOrderAndSavesNothing() {
        Instant received = now().plus(Duration.ofDays(1));
        List<PlannedMessage> planned = service(CaseTimelines.class)
                .preview(administrator, unit.id(), new PlannedCase(unit.type(), received, List.of()));
        assertThat(planned).extracting(PlannedMessage::topic).contains(Topic.NEW_CASE, Topic.OVERDUE);
        refused(
                "value.planned-step",
                () -> new PlannedCase(
                        unit.type(), received, List.of(new PlannedCase.Step(new CaseChange.Answered(), now()))));
    }

    @Test
    void figuresCountTheMonth() {
        careunit.happens(unit.caseOf("counted"), received());
        YearMonth month = YearMonth.from(now().atOffset(ZoneOffset.UTC));
        assertThat(service(UnitFigures.class).months(administrator, unit.id(), month, month))
                .extracting(MonthFigures::caseType)
                .contains(unit.type());
        refused("notification.months", () -> service(UnitFigures.class)
                .months(administrator, unit.id(), month, month.minusMonths(1)));
        refused("notification.months", () -> service(UnitFigures.class)
                .months(administrator, unit.id(), month.minusYears(10), month));
    }

    @Test
    void theTrailIsIntact() {
        Target trail = new Target.Unit(unit.id());
        assertThat(service(AuditTrails.class).verify(OPERATOR, trail, Optional.empty()))
                .isInstanceOf(AuditVerification.Intact.class);
        assertThat(service(AuditTrails.class).verifyAll(OPERATOR).values())
                .allMatch(AuditVerification.Intact.class::isInstance);
        refused("access.person-without-trail", () -> service(AuditTrails.class)
                .verify(OPERATOR, new Target.Person(unit.id(), unit.handler()), Optional.empty()));
    }
}
