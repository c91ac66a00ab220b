package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.SUPPRESSED;
import static org.careunit.notifications.internal.Events.CASE;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.units.CareUnit.State;
import org.careunit.notifications.internal.checks.ReceiversReachedCheck;
import org.careunit.notifications.internal.ledger.LedgerCleanup;
import org.careunit.testkit.fakes.SettableClock;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.Test;

/** Who is sent which message, on every database. */
abstract class MessageRecipientsContract extends OutgoingFixture {

    @Test
    void bothAddressesOfAUnitHearOfANewCaseAndNothingPersonalLeaves() {
        town.turnOn("reception@example.org", "chef@example.com");
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent)
                .extracting(mail -> mail.to().value())
                .containsExactlyInAnyOrder("reception@example.org", "chef@example.com");
        assertThat(gateway.sent).allSatisfy(mail -> {
            assertThat(mail.subject()).isEqualTo("Nytt ärende i 1177 e-tjänster");
            assertThat(mail.text())
                    .contains("Provmottagningen har fått ett nytt ärende", "går inte att svara på")
                    .doesNotContain("kontakta-mig", "c-1");
        });
        assertThat(states("e1")).containsExactly(SENT, SENT);
        assertThat(rows("e1")).allSatisfy(row -> {
            assertThat(row.recipient()).hasSize(64 + "address:".length()).doesNotContain("@");
            assertThat(row.attempts()).isEqualTo(1);
        });
    }

    @Test
    void whoeverAsksForATestMessageIsSentOneAsACaseWouldBe() {
        assertThatThrownBy(() -> tests.send(new Actor.Staff(B), Events.UNIT, A, Channel.EMAIL))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("choose it and save first");
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        LedgerEntry queued = tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL);
        assertThat(queued.state()).isEqualTo(QUEUED);
        assertThat(queued.recipient()).contains("a***@example.org");
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("a@example.org");
            assertThat(mail.subject()).isEqualTo("Testmeddelande");
            assertThat(mail.text()).contains("Provmottagningen");
        });
        assertThat(ledger.find(OPERATOR, queued.id()).orElseThrow().state()).isEqualTo(SENT);
        assertThat(store.audit().newest(Events.UNIT, 1)).singleElement().satisfies(row -> assertThat(row.action())
                .isEqualTo("personal-settings.test"));
        assertThat(tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL).detail())
                .startsWith("Gathered with further news");
    }

    @Test
    void theChecklistNamesReceiversWhoAreNotReached() {
        StaffAtUnit receiver = new StaffAtUnit(A, Events.UNIT, Set.of(Permission.CASE_RECEIVER));
        StaffAtUnit handler = new StaffAtUnit(B, Events.UNIT, Set.of(Permission.CASE_HANDLER));
        Permissions permissions = Stub.of(Permissions.class, "atUnit", asked -> List.of(receiver, handler));
        ReceiversReachedCheck check =
                new ReceiversReachedCheck(permissions, recipients, outbox, SettableClock.showing(() -> now));
        CheckRequest question = new CheckRequest(Events.UNIT, Optional.empty());
        assertThat(check.check(question).reasons()).singleElement().asString().contains(A.value(), "välja e-post");
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        assertThat(check.check(question).reasons()).isEmpty();
        holdBack("a@example.org");
        assertThat(check.check(question).reasons()).singleElement().asString().contains(A.value(), "spärrad");
        town.turnOn("a@example.org");
        assertThat(check.check(question).reasons()).hasSize(2).last().asString().contains("a***@example.org");
    }

    @Test
    void withoutAnSmsGatewayNobodyIsLeftToBelieveInOne() {
        town.wantSms.put(A, new TelephoneNumber("+46700000001"));
        assertThatThrownBy(() -> tests.send(OPERATOR, Events.UNIT, A, Channel.SMS))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("over 'sms': there is no gateway");
        happens("e1", new CaseChange.Given(A, B));
        assertThat(rows("e1")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NO_RECIPIENT);
            assertThat(row.detail()).contains("by SMS alone, and there is no SMS gateway");
        });
    }

    @Test
    void whoeverIsGivenACaseBySomebodyElseHearsOfIt() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        happens("e2", new CaseChange.Given(A, A));
        sendAll();
        happens("e3", new CaseChange.Given(B, A));
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("a@example.org");
            assertThat(mail.subject()).isEqualTo("Du har tilldelats ett ärende");
        });
        assertThat(states("e1")).containsExactly(SENT);
        assertThat(rows("e2")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NO_RECIPIENT);
            assertThat(row.detail()).isEqualTo("Whoever has the case took it");
        });
        assertThat(states("e3")).containsExactly(NO_RECIPIENT);
    }

    @Test
    void aUnitThatWantsNobodyToldHasItsReasonInTheLedger() {
        happens("e1", RECEIVED);
        assertThat(ledger.about(OPERATOR, CASE)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(NO_RECIPIENT);
            assertThat(entry.detail()).contains("wants nobody told");
        });
    }

    @Test
    void aClosingUnitIsToldAndAClosedOrUnknownOneHasItsReasonInTheLedger() {
        town.turnOn("reception@example.org");
        town.state = Optional.of(State.CLOSING);
        happens("e1", RECEIVED);
        assertThat(states("e1")).containsExactly(QUEUED);
        town.state = Optional.of(State.CLOSED);
        happens("e2", RECEIVED);
        happens("e3", new CaseChange.Given(A, B));
        assertThat(rows("e2")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(NO_RECIPIENT);
            assertThat(row.detail()).isEqualTo("The unit is closed");
        });
        assertThat(states("e3")).containsExactly(NO_RECIPIENT);
        town.state = Optional.empty();
        happens("e4", RECEIVED);
        assertThat(rows("e4")).singleElement().satisfies(row -> assertThat(row.detail())
                .isEqualTo("No such unit has joined"));
    }

    @Test
    void addressesThatDifferInTheCaseOfLettersAreToldOnce() {
        town.email = new EmailNotification(
                true, List.of(new EmailAddress("Info@example.org"), new EmailAddress("info@example.org")));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).hasSize(1);
        gateway.answers.add(new DeliveryResult(DeliveryStatus.PERMANENT_FAILURE, "550 no such user"));
        now = now.plus(Duration.ofHours(1));
        happens("e2", RECEIVED);
        sendAll();
        town.turnOn("INFO@example.org");
        now = now.plus(Duration.ofHours(1));
        happens("e3", RECEIVED);
        assertThat(states("e3")).containsExactly(SUPPRESSED);
    }

    @Test
    void recipientsAreForgottenADayAfterASentMessageIsFinal() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        sendAll();
        LedgerCleanup tidy =
                new LedgerCleanup(store.messages(), store.sentMessages(), store.digests(), store.jobs(), store.clock());
        finish(tidy.run(job(LedgerCleanup.JOB.type())));
        assertThat(rows("e1").get(0).shown()).contains("r***@example.org");
        tidyAfter(Duration.ofDays(7));
        assertThat(rows("e1").get(0).shown()).contains("r***@example.org");
        tidyAfter(Duration.ofDays(8).plusHours(1));
        assertThat(rows("e1").get(0).shown()).isEmpty();
        assertThat(rows("e1").get(0).recipient()).startsWith("gone:");
    }

    private void tidyAfter(Duration time) {
        Clock later = Clock.offset(store.clock(), time);
        finish(new LedgerCleanup(store.messages(), store.sentMessages(), store.digests(), store.jobs(), later)
                .run(job(LedgerCleanup.JOB.type())));
    }
}
