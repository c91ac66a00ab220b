package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.UNAVAILABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.MailPeer;
import org.careunit.mail.internal.answers.MailFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When TLS or the login fails, the channel rests and no attempt is counted. */
class TlsAndLoginFailuresTest {

    @TempDir
    private static Path folder;

    private static MailCertificate certificate;
    private static MailCertificate another;

    private final MailPeer peer = new MailPeer(Clock.systemUTC());

    @BeforeAll
    static void makeCertificates() throws IOException, GeneralSecurityException {
        certificate = MailCertificate.forHost("localhost", folder);
        another = MailCertificate.forHost("mail.example.test", folder);
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private Config config(String security) {
        return Config.plain(peer.port())
                .with("host", "localhost")
                .with("security", security)
                .with("trustedCertificates", certificate.pem().toString())
                .with("answerMillis", 3000);
    }

    private MailPeer secured(String security, MailCertificate by) {
        return security.equals("tls")
                ? peer.withTls(by).start()
                : peer.withStartTls(by).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aTrustedCertificateForTheHostIsAccepted(String security) throws Exception {
        secured(security, certificate);
        try (MailFixture bench = new MailFixture(config(security))) {
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
            assertThat(peer.connected()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aCertificateThatNobodyTrustsIsNot(String security) throws Exception {
        secured(security, certificate);
        refusesTls(config(security).with("trustedCertificates", ""), MailFault.ISSUER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void aTrustedCertificateForAnotherHostIsNot(String security) throws Exception {
        secured(security, another);
        refusesTls(config(security).with("trustedCertificates", another.pem().toString()), MailFault.NAME);
    }

    @Test
    void aServerWithoutStartTlsIsNot() throws Exception {
        peer.start();
        refusesTls(config("starttls"), MailFault.NO_STARTTLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void anExpiredCertificateIsNotThoughItIsAmongTheTrusted(String security) throws Exception {
        MailCertificate expired = MailCertificate.expired("localhost", folder);
        Path both = Files.writeString(
                folder.resolve("both.pem"), Files.readString(certificate.pem()) + Files.readString(expired.pem()));
        secured(security, expired);
        refusesTls(config(security).with("trustedCertificates", both.toString()), MailFault.DATE);
    }

    @Test
    void aServerWithoutTheConfiguredLoginGetsNothing() throws Exception {
        peer.withStartTls(certificate).start();
        Config config = config("starttls").with("user", "careunit").with(".password", "right");
        try (Log log = new Log();
                MailFixture bench = new MailFixture(config)) {
            unavailable(bench, "offers no login");
            unavailable(bench, "'user'");
            assertThat(bench.gateway.state().fault()).contains(MailFault.NO_LOGIN);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("careunit"))
                    .hasSize(1);
        }
        assertThat(peer.accepted()).isEmpty();
    }

    private void refusesTls(Config config, MailFault fault) throws Exception {
        try (Log log = new Log();
                MailFixture bench = new MailFixture(config)) {
            unavailable(bench, fault.what());
            unavailable(bench, fault.what());
            assertThat(peer.connected()).as("attempts").isLessThanOrEqualTo(1);
            assertThat(bench.gateway.state().fault()).contains(fault);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("careunit"))
                    .hasSize(1);
        }
        assertThat(peer.accepted()).isEmpty();
    }

    @Test
    void aSilentServerRestsTheChannelAlsoWhereTlsBegins() throws Exception {
        peer.start();
        try (MailFixture bench = new MailFixture(config("tls").with("answerMillis", 300))) {
            assertThat(bench.gateway.state().fault()).isEmpty();
            try (java.net.ServerSocket silent = new java.net.ServerSocket(0);
                    MailFixture other = new MailFixture(
                            config("tls").with("port", silent.getLocalPort()).with("answerMillis", 300))) {
                assertThat(other.send().status()).isEqualTo(UNAVAILABLE);
            }
        }
    }

    @Test
    void aWrongPasswordRestsTheChannelUntilAMinuteHasPassed() throws Exception {
        peer.withLogin("careunit", "right").withStartTls(certificate).start();
        try (Log log = new Log();
                MailFixture bench = new MailFixture(
                        config("starttls").with("user", "careunit").with(".password", "wrong"))) {
            unavailable(bench, "'.password'");
            assertThat(peer.connected()).isEqualTo(1);
            unavailable(bench, "'.password'");
            assertThat(peer.connected()).as("attempts while it rests").isEqualTo(1);

            bench.clock.advance(SmtpMailGateway.REST);
            unavailable(bench, "'.password'");
            unavailable(bench, "'.password'");
            assertThat(peer.connected()).as("attempts after a minute").isEqualTo(2);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("refuses our login"))
                    .hasSize(1);

            peer.withLogin("careunit", "wrong");
            bench.clock.advance(SmtpMailGateway.REST);
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
            assertThat(bench.figures()).containsEntry("mail.later", 0.0).containsEntry("mail.fault", 0.0);
        }
    }

    @Test
    void anotherConfigurationIsTriedAtOnce() throws Exception {
        peer.withLogin("careunit", "right").withStartTls(certificate).start();
        Config config = config("starttls").with("user", "careunit");
        try (MailFixture wrong = new MailFixture(config.with(".password", "wrong"))) {
            unavailable(wrong, "'.password'");
        }
        try (MailFixture right = new MailFixture(config.with(".password", "right"))) {
            assertThat(right.send().status()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void aCheckByTheOperatorOpensAChannelThatRests() throws Exception {
        peer.withLogin("careunit", "right").withStartTls(certificate).start();
        try (MailFixture bench =
                new MailFixture(config("starttls").with("user", "careunit").with(".password", "mended"))) {
            unavailable(bench, "'.password'");
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(bench.gateway::check)
                    .withMessageContaining("refuses our login");

            peer.withLogin("careunit", "mended");
            bench.gateway.check();

            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        }
    }

    private static void unavailable(MailFixture bench, String key) {
        DeliveryResult rests = bench.send();
        assertThat(rests.status()).isEqualTo(UNAVAILABLE);
        assertThat(rests.reason()).contains(key);
    }
}
