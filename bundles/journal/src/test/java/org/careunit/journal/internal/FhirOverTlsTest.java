package org.careunit.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.itests.peers.FhirPeer;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FhirOverTlsTest {

    @TempDir
    Path folder;

    /** Something done with a record system. */
    private interface Use {
        void with(JournalRecordSystem system) throws Exception;
    }

    private void use(MailCertificate server, MailCertificate trusted, Use use) throws Exception {
        try (FhirPeer peer = FhirPeer.open(server.context())) {
            JournalSettings.Server settings = JournalSettingsReader.read(
                            Map.of(
                                    "units",
                                    "SE1111111111-A1B2",
                                    "host",
                                    "localhost",
                                    "port",
                                    Integer.toString(peer.port()),
                                    "path",
                                    FhirPeer.PATH,
                                    "trustedCertificates",
                                    trusted.pem().toString()),
                            AllowedHosts.ALL)
                    .server()
                    .orElseThrow();
            try (TestRoutes routes = new TestRoutes(new JournalRoutes("journal-tls", settings, Clock.systemUTC()))) {
                use.with(new JournalRecordSystem(
                        settings, routes, new JournalMetrics(), Clock.systemUTC(), System::nanoTime));
            }
        }
    }

    @Test
    void aServerWithTheRightCertificateGetsTheTask() throws Exception {
        MailCertificate right = MailCertificate.forHost("localhost", folder);
        use(right, right, system -> {
            assertThat(system.send(Notices.of(Kind.CREATED)).result().status()).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(system.isReachable()).isTrue();
        });
    }

    @Test
    void aServerThatIsNotTrustedGetsNothing() throws Exception {
        MailCertificate right = MailCertificate.forHost("localhost", folder);
        MailCertificate other = MailCertificate.forHost("other", folder);
        use(right, other, system -> isRefused(system, "not issued by anybody that is trusted"));
    }

    @Test
    void aServerOfAnotherNameGetsNothing() throws Exception {
        MailCertificate other = MailCertificate.forHost("other", folder);
        use(other, other, system -> isRefused(system, "for another host name"));
    }

    private static void isRefused(JournalRecordSystem system, String why) {
        RecordSystemAnswer answer = system.send(Notices.of(Kind.CREATED));
        assertThat(answer.result().status()).isEqualTo(DeliveryStatus.UNAVAILABLE);
        assertThat(answer.result().reason()).contains(why);
        assertThatThrownBy(system::check)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(why);
    }
}
