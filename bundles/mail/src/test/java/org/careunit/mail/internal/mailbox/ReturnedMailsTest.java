package org.careunit.mail.internal.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.MailboxPeer;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.operations.Metrics.Figure;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real mailbox, with what goes wrong on the way to it. */
class ReturnedMailsTest {

    /** How many mails the mailbox that breaks off holds; ten thousand were tried, too. */
    private static final int MAILS = Integer.getInteger("careunit.bounces.mails", 120);

    private final MemoryLedger ledger = new MemoryLedger();
    private final BounceMetrics metrics = new BounceMetrics();
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, Object> configuration = new HashMap<>();
    private TestRoutes routes;
    private MailboxPeer peer;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        if (routes != null) {
            routes.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    private ImapReturnedMails plain() throws Exception {
        peer = MailboxPeer.start();
        configuration.put("host", "127.0.0.1");
        configuration.put("security", "plain");
        return opened();
    }

    private ImapReturnedMails opened() throws Exception {
        configuration.put("port", peer.port());
        configuration.putIfAbsent("user", MailboxPeer.USER);
        configuration.putIfAbsent(".password", MailboxPeer.PASSWORD);
        configuration.putIfAbsent("answerMillis", 2_000);
        BounceRoutes adapter = new BounceRoutes(MailboxSettingsReader.read(configuration, AllowedHosts.ALL));
        routes = new TestRoutes(adapter);
        BounceProcessor processor = new BounceProcessor(ledger, ledger);
        return new ImapReturnedMails(
                routes, adapter, processor, metrics, new ImapReturnedMails.Time(clock, nanos::get));
    }

    @Test
    void reportsAreTakenInAndDeletedAndOtherMailsAreFlagged() throws Exception {
        ImapReturnedMails mails = plain();
        UUID message = UUID.randomUUID();
        peer.deliver(bounce(message));
        peer.deliver(bytes("From: Eva <eva@klinik.example>\nSubject: Hej\n\nVem är ni?\n"));
        peer.deliver(bytes("From: Eva <eva@klinik.example>\nAuto-Submitted: auto-replied\nSubject: Borta\n\nHej!\n"));
        peer.deliver(bytes(text(bounce(UUID.randomUUID())).replace("To: bounces+", "To: other+")));
        peer.deliver(bytes(text(bounce(UUID.randomUUID()))
                .replaceFirst("(?m)^To: .*$", "To: " + MemoryLedger.returnAddress(message))));

        assertThat(mails.collect(() -> true)).isFalse();

        assertThat(ledger.ended).hasSize(2).containsEntry(message, 1);
        assertThat(peer.mails()).isEqualTo(2);
        assertThat(peer.flagged()).isEqualTo(2);
        assertThat(peer.seen()).isZero();
        assertThat(figures())
                .containsEntry("bounces.read", 5.0)
                .containsEntry("bounces.suppressed", 2.0)
                .containsEntry("bounces.conflicts", 1.0)
                .containsEntry("bounces.other", 2.0)
                .containsEntry("bounces.set-aside", 2.0)
                .containsEntry("bounces.waiting", 0.0);
        assertThat(mails.collect(() -> true)).isFalse();
        assertThat(figures()).containsEntry("bounces.read", 5.0);
    }

    @Test
    void eachIsTakenInOnceThoughTheMailboxBreaksOffAgainAndAgain() throws Exception {
        ImapReturnedMails mails = plain();
        for (int i = 0; i < MAILS; i++) {
            peer.deliver(bounce(new UUID(1, i)));
        }
        long bytes = 500;
        int broken = 0;
        boolean more = true;
        while (more) {
            peer.gate().breakAfter(bytes);
            bytes += bytes < 60_000 ? 1_733 : 300_000;
            try {
                more = mails.collect(() -> true);
            } catch (UnavailableException brokenOff) {
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(5);
        assertThat(peer.mails()).isZero();
        assertThat(ledger.ended).hasSize(MAILS);
        assertThat(ledger.ended.values()).containsOnly(1);
    }

    @Test
    void ofAMailOfFiftyMegabytesTheBeginningAloneIsFetched() throws Exception {
        configuration.put("answerMillis", 20_000);
        ImapReturnedMails mails = plain();
        byte[] bounce = bounce(new UUID(1, 1));
        byte[] huge = Arrays.copyOf(bounce, 50_000_000);
        Arrays.fill(huge, bounce.length, huge.length, (byte) 'x');
        peer.deliver(huge);
        peer.deliver(bounce(new UUID(1, 2)));
        peer.gate().breakAfter(5_000_000);

        assertThat(mails.collect(() -> true)).isFalse();

        assertThat(ledger.ended).containsOnly(Map.entry(new UUID(1, 1), 1), Map.entry(new UUID(1, 2), 1));
        assertThat(peer.mails()).isZero();
    }

    @Test
    void whatTheStoreDoesNotTakeStaysInTheMailbox() throws Exception {
        ImapReturnedMails mails = plain();
        for (int i = 0; i < 30; i++) {
            peer.deliver(bounce(new UUID(1, i)));
        }
        ledger.downAfter = 20;
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> mails.collect(() -> true));
        assertThat(ledger.ended).hasSize(20);
        assertThat(peer.mails()).isEqualTo(10);
        ledger.downAfter = Integer.MAX_VALUE;
        mails.collect(() -> true);
        assertThat(ledger.ended.values()).hasSize(30).containsOnly(1);
        assertThat(peer.mails()).isZero();
    }

    @Test
    void itStopsBetweenGroupsWhenTheJobIsLost() throws Exception {
        ImapReturnedMails mails = plain();
        peer.deliver(bounce(new UUID(1, 1)));
        assertThat(mails.collect(() -> false)).isTrue();
        assertThat(peer.mails()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordRestsTheMailboxAndIsNotTriedAgainAtOnce() throws Exception {
        configuration.put(".password", "wrong");
        ImapReturnedMails mails = plain();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> mails.collect(() -> true))
                .withMessageContaining("refuses our login");
        int connected = peer.gate().connected();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> mails.collect(() -> true));
        assertThat(peer.gate().connected()).isEqualTo(connected);
        assertThat(health(mails).getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws Exception {
        configuration.put("folder", "Returer");
        ImapReturnedMails mails = plain();
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(mails::check)
                .withMessageContaining("'folder' in careunit.bounces");
    }

    @Test
    void aServerThatIsGoneOrSilentIsTriedAgain() throws Exception {
        configuration.put("answerMillis", 300);
        ImapReturnedMails mails = plain();
        peer.gate().silence(true);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> mails.collect(() -> true))
                .withMessageContaining("in time");
        peer.gate().silence(false);
        peer.gate().shut(true);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> mails.collect(() -> true));
        peer.gate().shut(false);
        assertThat(mails.collect(() -> true)).isFalse();
        assertThat(health(mails).getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void certificatesAreChecked() throws Exception {
        MailCertificate certificate = MailCertificate.forHost("localhost", folder);
        peer = MailboxPeer.startWithTls(certificate);
        configuration.put("host", "localhost");
        ImapReturnedMails untrusted = opened();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(untrusted::check);
        routes.close();
        configuration.put("trustedCertificates", certificate.pem().toString());
        peer.deliver(bounce(new UUID(1, 1)));
        ImapReturnedMails trusted = opened();
        trusted.check();
        assertThat(trusted.collect(() -> true)).isFalse();
        assertThat(peer.mails()).isZero();
    }

    @Test
    void healthTellsOfRefusalsAndOfMailsThatAreSetAside() throws Exception {
        ImapReturnedMails mails = plain();
        peer.deliver(
                bytes(text(bounce(new UUID(1, 1))).replace("5.1.1", "5.7.1").replace("no such user", "blocked")));
        peer.deliver(bytes("From: Eva <eva@klinik.example>\nSubject: Hej\n\nVem är ni?\n"));
        mails.collect(() -> true);
        assertThat(health(mails).getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(health(mails).toString()).contains("blocklist").contains("1 mails are set aside");
    }

    @Test
    void withoutAMailboxNothingIsReadAndThatIsWell() throws Exception {
        BounceRoutes adapter = new BounceRoutes(MailboxSettingsReader.read(Map.of(), AllowedHosts.ALL));
        routes = new TestRoutes(adapter);
        ImapReturnedMails mails = new ImapReturnedMails(
                routes,
                adapter,
                new BounceProcessor(ledger, ledger),
                metrics,
                new ImapReturnedMails.Time(clock, nanos::get));
        assertThat(mails.isSetUp()).isFalse();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> mails.collect(() -> true));
        assertThat(health(mails).getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void aWrongKeyIsNamed() {
        configuration.put("host", "imap.example.org");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> MailboxSettingsReader.read(configuration, AllowedHosts.ALL))
                .withMessageContaining("user");
        configuration.put("user", "bounces");
        configuration.put(".password", "word");
        configuration.put("pollSeconds", 1);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> MailboxSettingsReader.read(configuration, AllowedHosts.ALL))
                .withMessageContaining("pollSeconds");
    }

    private Result health(ImapReturnedMails mails) {
        return BounceHealth.of("", mails, metrics, clock);
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        for (Figure figure : metrics.read()) {
            figures.put(figure.name(), figure.value());
        }
        return figures;
    }

    private static byte[] bounce(UUID message) {
        return bytes(
                """
                Return-Path: <>
                From: MAILER-DAEMON@mx.klinik.example
                To: %s
                Subject: Undelivered Mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                It failed.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.klinik.example

                Final-Recipient: rfc822; eva@klinik.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s@sender.example>
                Subject: Nytt

                --b--
                """
                        .formatted(MemoryLedger.returnAddress(message), message));
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.UTF_8).replace("\r", "");
    }

    private static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
