package org.careunit.sms.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.TlsDoor;
import org.careunit.operations.connection.TlsFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which TLS fault keeps us from an SMS centre is said, with what to do. */
class SmppOverTlsTest {

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
        Config config = Config.plain(door.port())
                .with("host", "localhost")
                .with("security", "tls")
                .with("trustedCertificates", trusted.pem().toString());
        try (door;
                Bench bench = new Bench(config)) {
            assertThatThrownBy(bench.gateway::check)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(fault.what())
                    .hasMessageContaining(fault.advice());
        }
    }
}
