package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.PERMANENT_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TECHNICAL_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.UNAVAILABLE;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailReceived;
import org.careunit.itests.peers.MailStage;
import org.careunit.mail.internal.answers.MailFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of a mail server, at a mail server. */
class FaultsTest {

    private final MailPeer peer = new MailPeer(Clock.systemUTC()).start();
    private MailFixture bench;

    @BeforeEach
    void open() throws Exception {
        bench = new MailFixture(Config.plain(peer.port()));
    }

    @AfterEach
    void close() {
        peer.faults().clear();
        bench.close();
        peer.close();
    }

    @Test
    void takenOverWithTheServersWords() {
        assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        assertThat(bench.send().reason()).isEqualTo("250 2.0.0: the mail server has taken it over");
        assertThat(peer.accepted()).hasSize(2);
        assertThat(bench.figures()).containsEntry("mail.accepted", 2.0).containsEntry("mail.connections", 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 Temporary, TEMPORARY_FAILURE",
        "MAIL, 550 5.1.8 Sender refused, TECHNICAL_FAILURE",
        "MAIL, 552 5.3.4 Too big, TECHNICAL_FAILURE",
        "RCPT, 450 4.2.0 Mailbox busy, TEMPORARY_FAILURE",
        "RCPT, 452 4.2.2 Mailbox full, TEMPORARY_FAILURE",
        "RCPT, 552 5.2.2 Over quota, TEMPORARY_FAILURE",
        "RCPT, 550 5.2.2 Mailbox full, TEMPORARY_FAILURE",
        "RCPT, 550 5.4.5 Daily sending quota exceeded, TEMPORARY_FAILURE",
        "RCPT, 550 5.1.1 User unknown, PERMANENT_FAILURE",
        "RCPT, 550 No such user, PERMANENT_FAILURE",
        "RCPT, 551 User not local, PERMANENT_FAILURE",
        "RCPT, 553 Mailbox name not allowed, PERMANENT_FAILURE",
        "RCPT, 550 5.4.1 Recipient address rejected: Access denied, PERMANENT_FAILURE",
        "RCPT, 550 5.7.1 Relaying denied, TECHNICAL_FAILURE",
        "RCPT, 550 relay not permitted, TECHNICAL_FAILURE",
        "RCPT, 550 5.1.8 Sender address rejected, TECHNICAL_FAILURE",
        "RCPT, 501 5.5.2 Helo command rejected, TECHNICAL_FAILURE",
        "RCPT, 554 5.7.1 Relay access denied, TECHNICAL_FAILURE",
        "DATA, 451 4.3.0 Try again, TEMPORARY_FAILURE",
        "DATA, 452 4.3.1 Disk full, TEMPORARY_FAILURE",
        "DATA, 550 5.7.1 Spam, TECHNICAL_FAILURE",
        "DATA, 552 5.3.4 Too big, TECHNICAL_FAILURE",
        "DATA, 554 5.6.0 Refused, TECHNICAL_FAILURE",
    })
    void aRefusalBySenderRecipientOrMessage(MailStage stage, String reply, String answer) {
        peer.faults().refuse(stage, reply);

        DeliveryResult result = bench.send();

        assertThat(result.status().name()).isEqualTo(answer);
        assertThat(result.reason()).startsWith(reply.substring(0, 3)).doesNotContain(reply.substring(10));
        assertThat(peer.accepted()).isEmpty();
        peer.faults().clear();
        assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        assertThat(peer.connected()).as("connections made").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA"})
    void a421IsForLaterAndTheConnectionIsDropped(MailStage stage) {
        peer.faults().refuse(stage, "421 4.3.2 Shutting down", "", 1);

        assertThat(bench.send().status()).isEqualTo(TEMPORARY_FAILURE);
        await().until(() -> peer.connections() == 0);
        assertThat(bench.figures()).containsEntry("mail.connections", 0.0);
        assertThat(bench.send().status()).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA"})
    void aConnectionLostOnTheWayIsForLater(MailStage stage) {
        peer.faults().drop(stage, 1);

        assertThat(bench.send().status()).isEqualTo(TEMPORARY_FAILURE);
        assertThat(bench.send().status()).isEqualTo(ACCEPTED);
    }

    @Test
    void onlyTheRecipientConcernedIsRefused() {
        peer.faults().refuse(MailStage.RCPT, "550 5.1.1 Unknown", "@example.test", 9);

        assertThat(bench.send().status()).isEqualTo(ACCEPTED);
    }

    @Test
    void greylistingIsForLaterUntilItEnds() {
        peer.faults().greylist(Duration.ofMillis(300));

        DeliveryResult first = bench.send();

        assertThat(first.status()).isEqualTo(TEMPORARY_FAILURE);
        assertThat(first.reason()).startsWith("451 4.7.1: ").doesNotContain("Greylisted", "example.org");
        await().pollInterval(Duration.ofMillis(50)).until(() -> bench.send().status() == ACCEPTED);
    }

    @Test
    void aServerThatIsDownRestsTheChannelAndIsWarnedOfOnce() {
        peer.stop();
        try (Log log = new Log()) {
            assertThat(List.of(bench.send(), bench.send())).allSatisfy(result -> {
                assertThat(result.status()).isEqualTo(UNAVAILABLE);
                assertThat(result.reason()).contains("rests: it refuses connections");
            });
            assertThat(log.lines()).singleElement().asString().contains("refuses connections", "'port'");
        }
        assertThat(bench.gateway.state().fault()).contains(MailFault.REFUSED);

        peer.start();

        assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        assertThat(bench.gateway.state().fault()).isEmpty();
    }

    @Test
    void silenceAfterTheMessageIsForLaterAndTheMessageMayHaveBeenTaken() {
        OutgoingMail mail = MailFixture.mail();
        peer.faults().hangAfterAccepting();
        long begin = System.nanoTime();

        assertThat(bench.gateway.send(mail)).extracting(DeliveryResult::status).isEqualTo(TEMPORARY_FAILURE);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        peer.faults().release();
        assertThat(bench.gateway.send(mail)).extracting(DeliveryResult::status).isEqualTo(ACCEPTED);
        String id = peer.accepted().get(0).messageId();
        assertThat(peer.accepted(id, MailFixture.TEST.value()))
                .as("known as the same by its Message-ID")
                .isEqualTo(2);
    }

    @Test
    void silenceBeforeTakingItIsForLater() {
        peer.faults().hangBeforeAccepting();

        assertThat(bench.send().status()).isEqualTo(TEMPORARY_FAILURE);
        assertThat(bench.gateway.state().fault()).contains(MailFault.TIME_OUT);
    }

    @Test
    void whatTheServerRepeatsOfTheMessageStaysOut() {
        peer.faults()
                .refuse(
                        MailStage.RCPT,
                        "550 5.1.1 <Test.Testsson@example.org>: user test.testsson unknown (Nytt ärende)");

        DeliveryResult refused = bench.send();
        assertThat(refused.status()).isEqualTo(PERMANENT_FAILURE);
        assertThat(refused.reason()).isEqualTo("550 5.1.1: the mail server does not take mail for this recipient");
    }

    @Test
    void aServerThatSaysThatWeMustLogInRestsTheChannel() {
        peer.faults().refuse(MailStage.MAIL, "530 5.7.0 Authentication required");

        DeliveryResult rests = bench.send();
        assertThat(rests.status()).isEqualTo(UNAVAILABLE);
        assertThat(rests.reason()).contains("'user'");
    }

    @Test
    void ourFaultIsNoTroubleOfTheServers() {
        peer.faults().refuse(MailStage.DATA, "554 5.6.0 Refused");

        assertThat(bench.send().status()).isEqualTo(TECHNICAL_FAILURE);
        assertThat(bench.gateway.state().fault()).isEmpty();
    }

    @Test
    void theLedgerOutsideTellsWhatWasSent() {
        bench.send();

        MailReceived mail = peer.accepted().get(0);
        assertThat(mail.to()).containsExactly(MailFixture.TEST.value());
        assertThat(mail.from()).isEqualTo("noreply@example.org");
    }
}
