package org.careunit.mail.internal.mailbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.TlsDoor;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.TlsFault;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which TLS fault keeps us from the mailbox is said, with what to do. */
class MailboxOverTlsTest {

    @TempDir
    Path folder;

    @Test
    void aCertificateForAnotherNameIsToldApart() throws Exception {
        MailCertificate other = MailCertificate.forHost("other", folder);
        refuses(TlsDoor.open(other), other, TlsFault.NAME);
    }

    @Test
    void anExpiredCertificateIsToldApart() throws Exception {
        MailCertificate valid = MailCertificate.forHost("localhost", folder);
        refuses(TlsDoor.open(MailCertificate.expired("localhost", folder)), valid, TlsFault.DATE);
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldApart() throws Exception {
        MailCertificate unknown = MailCertificate.forHost("localhost", folder);
        refuses(TlsDoor.open(unknown), MailCertificate.forHost("other", folder), TlsFault.ISSUER);
    }

    @Test
    void aServerWithoutTlsIsToldApart() throws Exception {
        refuses(TlsDoor.inClear(), MailCertificate.forHost("localhost", folder), TlsFault.HANDSHAKE);
    }

    private static void refuses(TlsDoor door, MailCertificate trusted, TlsFault fault) throws Exception {
        Map<String, Object> configuration = Map.of(
                "host", "localhost",
                "port", door.port(),
                "security", "tls",
                "user", "careunit",
                ".password", "secret",
                "answerMillis", 2_000,
                "trustedCertificates", trusted.pem().toString());
        BounceRoutes adapter = new BounceRoutes(MailboxSettingsReader.read(configuration, AllowedHosts.ALL));
        MemoryLedger ledger = new MemoryLedger();
        try (door;
                TestRoutes routes = new TestRoutes(adapter)) {
            ImapReturnedMails mails = new ImapReturnedMails(
                    routes,
                    adapter,
                    new BounceProcessor(ledger, ledger),
                    new BounceMetrics(),
                    new ImapReturnedMails.Time(Clock.systemUTC(), System::nanoTime));
            assertThatThrownBy(mails::check)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(fault.what())
                    .hasMessageContaining(fault.advice());
        }
    }
}
