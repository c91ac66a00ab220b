package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.gateways.DeliveryReports.Result.ALREADY_FINAL;
import static org.careunit.api.gateways.DeliveryReports.Result.APPLIED;
import static org.careunit.api.gateways.DeliveryReports.Result.APPLIED_AND_SUPPRESSED;
import static org.careunit.api.gateways.DeliveryReports.Result.NOT_SENT_YET;
import static org.careunit.api.gateways.DeliveryReports.Result.OTHER_RECIPIENT;
import static org.careunit.api.gateways.DeliveryReports.Result.REPEATED;
import static org.careunit.api.gateways.DeliveryReports.Result.UNKNOWN;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.DeliveryReport;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.ledger.LedgerReports;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.AttemptToken;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.Suppressions.Suppression;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What receipts and bounces change, on every database. */
abstract class ReportsContract {

    private static final EmailAddress ADDRESS = new EmailAddress("reception@example.org");
    private static final EmailAddress OTHER = new EmailAddress("other@example.org");
    private static final String WHY = "5.1.1: the recipient's mail system does not know the address";

    @TempDir
    Path base;

    private TestStore store;
    private Recipients recipients;
    private Duration passed = Duration.ZERO;
    private LedgerReports reports;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        Town town = new Town();
        Clock clock = SettableClock.showing(() -> store.clock().instant().plus(passed));
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        reports = new LedgerReports(store.transactions(), store.sentMessages(), recipients, store.pseudonyms(), clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aBounceEndsTheMessageAndSuppressesTheAddressItWasSentTo() {
        UUID message = sent("e1");
        DeliveryReport report = permanent("mail-1", message);
        assertThat(reports.preview(report)).isEqualTo(APPLIED_AND_SUPPRESSED);
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        assertThat(reports.apply(report)).isEqualTo(APPLIED_AND_SUPPRESSED);
        assertThat(row(message).detail()).isEqualTo(WHY);
        assertThat(state(message)).isEqualTo(MessageState.PERMANENT_FAILURE);
        assertThat(suppression()).hasValueSatisfying(held -> {
            assertThat(held.shown()).isEqualTo("r***@example.org");
            assertThat(held.reason()).isEqualTo(WHY);
        });
    }

    @Test
    void allRowsOfAMessageEndTogether() {
        UUID message = UUID.randomUUID();
        enter(message, message, "e1");
        enter(UUID.randomUUID(), message, "e2");
        leave(message);
        assertThat(reports.apply(permanent("mail-1", message))).isEqualTo(APPLIED_AND_SUPPRESSED);
        assertThat(store.messages().ofMessage(message)).hasSize(2).allSatisfy(row -> assertThat(row.state())
                .isEqualTo(MessageState.PERMANENT_FAILURE));
    }

    @Test
    void aReportCountsOnce() {
        UUID message = sent("e1");
        reports.apply(permanent("mail-1", message));
        assertThat(reports.apply(permanent("mail-1", message))).isEqualTo(REPEATED);
        assertThat(reports.preview(permanent("mail-1", message))).isEqualTo(REPEATED);
    }

    @Test
    void oneOfTwoThatReadTheSameReportAppliesIt() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                DeliveryReport report = permanent("mail-" + round, sent("e" + round));
                Callable<DeliveryReports.Result> apply = () -> reports.apply(report);
                Future<DeliveryReports.Result> one = nodes.submit(apply);
                Future<DeliveryReports.Result> other = nodes.submit(apply);
                assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(APPLIED_AND_SUPPRESSED, REPEATED);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void whatComesAfterTheMessageWasFinalIsOnlyCounted() {
        UUID message = sent("e1");
        DeliveryReport receipt = report("receipt", message, DeliveryStatus.DELIVERED);
        assertThat(reports.apply(receipt)).isEqualTo(APPLIED);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
        assertThat(reports.apply(permanent("mail-1", message))).isEqualTo(ALREADY_FINAL);
        assertThat(state(message)).isEqualTo(MessageState.DELIVERED);
        assertThat(suppression()).isEmpty();
        assertThat(reports.read())
                .filteredOn(figure -> figure.name().equals("notifications.reports.already-final"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualTo(1));
    }

    @Test
    void anEmailIsFinalAfterSevenDays() {
        UUID message = sent("e1");
        passed = Duration.ofDays(7).plusMinutes(1);
        assertThat(reports.apply(permanent("mail-1", message))).isEqualTo(ALREADY_FINAL);
        assertThat(suppression()).isEmpty();
    }

    @Test
    void aMessageThatIsNotMarkedAsSentYetWaitsForItsReport() {
        UUID message = UUID.randomUUID();
        enter(message, message, "e1");
        assertThat(reports.apply(permanent("mail-1", message))).isEqualTo(NOT_SENT_YET);
        leave(message);
        assertThat(reports.apply(permanent("mail-1", message))).isEqualTo(APPLIED_AND_SUPPRESSED);
    }

    @Test
    void aReportAboutSomebodyElseChangesNothing() {
        UUID message = sent("e1");
        assertThat(reports.apply(about("mail-1", message, OTHER))).isEqualTo(OTHER_RECIPIENT);
        assertThat(state(message)).isEqualTo(MessageState.SENT);
        assertThat(reports.apply(about("mail-1", message, OTHER, ADDRESS))).isEqualTo(APPLIED_AND_SUPPRESSED);
    }

    @Test
    void aMessageNobodyKnowsIsCountedAndChangesNothing() {
        assertThat(reports.apply(permanent("mail-1", UUID.randomUUID()))).isEqualTo(UNKNOWN);
        UUID message = sent("e1");
        DeliveryReport bySms = DeliveryReport.of("r", message, Channel.SMS, DeliveryStatus.PERMANENT_FAILURE, WHY);
        assertThat(reports.apply(bySms)).isEqualTo(UNKNOWN);
        assertThat(state(message)).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatIsNotTheAddressesFaultSuppressesNobody() {
        UUID message = sent("e1");
        assertThat(reports.apply(report("mail-1", message, DeliveryStatus.TECHNICAL_FAILURE)))
                .isEqualTo(APPLIED);
        assertThat(state(message)).isEqualTo(MessageState.TECHNICAL_FAILURE);
        assertThat(suppression()).isEmpty();
    }

    @Test
    void aFullMailboxIsSuppressedOnTheThirdDayOnly() {
        assertThat(reports.apply(full("mail-1", sent("e1")))).isEqualTo(APPLIED);
        assertThat(reports.apply(full("mail-2", sent("e2")))).isEqualTo(APPLIED);
        assertThat(reports.apply(full("mail-3", sent("e3")))).isEqualTo(APPLIED);
        passed = Duration.ofDays(1);
        assertThat(reports.apply(full("mail-4", sent("e4")))).isEqualTo(APPLIED);
        assertThat(suppression()).isEmpty();
        passed = Duration.ofDays(2);
        assertThat(reports.apply(full("mail-5", sent("e5")))).isEqualTo(APPLIED_AND_SUPPRESSED);
        assertThat(suppression()).isPresent();
    }

    @Test
    void fullMailboxesAreForgottenAfterAMonth() {
        for (int month = 0; month < 4; month++) {
            passed = Duration.ofDays(month * 2L);
            UUID message = sent("e" + month);
            store.execute("UPDATE full_mailboxes SET last_day = DATE '2001-01-01'");
            assertThat(reports.apply(full("mail-" + month, message))).isEqualTo(APPLIED);
        }
        assertThat(suppression()).isEmpty();
    }

    @Test
    void aReportEndsAMessage() {
        assertThatThrownBy(() -> report("r", UUID.randomUUID(), DeliveryStatus.ACCEPTED))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> report("x".repeat(65), UUID.randomUUID(), DeliveryStatus.DELIVERED))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aReturnTokenIsReadWhateverTheCaseAndNobodyElseCanMakeOne() {
        for (UUID message : List.of(UUID.randomUUID(), new UUID(0, 0), new UUID(-1, -1), new UUID(1, -1))) {
            String token = reports.returnToken(message);
            assertThat(token).matches("[0-9a-v]{42}");
            assertThat(reports.messageOf(token)).contains(message);
            assertThat(reports.messageOf(token.toUpperCase(Locale.ROOT))).contains(message);
            String other = reports.returnToken(UUID.randomUUID());
            assertThat(reports.messageOf(token.substring(0, 26) + other.substring(26)))
                    .isEmpty();
        }
        assertThat(reports.messageOf("")).isEmpty();
        assertThat(reports.messageOf("v".repeat(42))).isEmpty();
    }

    private static DeliveryReport permanent(String source, UUID message) {
        return report(source, message, DeliveryStatus.PERMANENT_FAILURE);
    }

    private static DeliveryReport report(String source, UUID message, DeliveryStatus status) {
        return DeliveryReport.of(source, message, Channel.EMAIL, status, WHY);
    }

    private static DeliveryReport about(String source, UUID message, EmailAddress... addresses) {
        return new DeliveryReport(
                source, message, Channel.EMAIL, DeliveryStatus.PERMANENT_FAILURE, false, List.of(addresses), WHY);
    }

    private static DeliveryReport full(String source, UUID message) {
        return new DeliveryReport(
                source, message, Channel.EMAIL, DeliveryStatus.TEMPORARY_FAILURE, true, List.of(), WHY);
    }

    private Optional<Suppression> suppression() {
        return store.suppressions().find(Channel.EMAIL, recipients.pseudonyms(ADDRESS.mailbox()));
    }

    private LedgerRow row(UUID id) {
        return store.messages().find(id).orElseThrow();
    }

    private MessageState state(UUID id) {
        return row(id).state();
    }

    private UUID sent(String event) {
        UUID message = UUID.randomUUID();
        enter(message, message, event);
        leave(message);
        return message;
    }

    private void enter(UUID id, UUID message, String event) {
        store.messages()
                .enter(new LedgerRow(
                        id,
                        Topic.NEW_CASE,
                        event,
                        Events.CASE,
                        Channel.EMAIL,
                        "unit:key",
                        Optional.of(ADDRESS.masked()),
                        Optional.of(message),
                        MessageState.QUEUED,
                        0,
                        "",
                        store.clock().instant()));
    }

    private void leave(UUID message) {
        AttemptToken token = AttemptToken.of(1);
        store.transactions().run(() -> {
            Departure departure =
                    store.messages().prepare(message, Channel.EMAIL, recipients.pseudonyms(ADDRESS.mailbox()));
            assertThat(store.messages().take(message, departure, token, Set.of(), ""))
                    .isPresent();
        });
        store.messages().answered(message, token, MessageState.SENT, true, "250");
    }
}
