package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.directory.internal.shell.DirectoryCheck;
import org.careunit.itests.peers.DirectoryCertificate;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the adapter trusts: over LDAPS and StartTLS, the right certificate and none besides. */
class TlsTest {

    private static final HsaId UNIT = HsaId.of("SE1111111111-U001");

    @TempDir
    Path folder;

    @Test
    void asksOverLdaps() throws Exception {
        try (DirectoryPeer peer = peer(DirectoryCertificate.valid());
                Port port = port(peer, ldaps(peer))) {
            assertThat(port.directory.unit(UNIT).found()).isPresent();
        }
    }

    @Test
    void asksOverStartTls() throws Exception {
        try (DirectoryPeer peer = peer(DirectoryCertificate.valid());
                Port port = port(peer, startTls(peer))) {
            assertThat(port.directory.unit(UNIT).found()).isPresent();
            assertThat(port.directory.check().status()).isEqualTo(DirectoryCheck.CheckStatus.FINE);
        }
    }

    @Test
    void refusesAnotherHostsCertificate() throws Exception {
        refuses(DirectoryCertificate.ofAnotherHost(), "is for another host name");
    }

    @Test
    void refusesAnExpiredCertificateThatIsNotAloneAmongTheTrusted() throws Exception {
        DirectoryCertificate expired = DirectoryCertificate.expired();
        Path both = Files.writeString(
                folder.resolve("both.pem"), DirectoryCertificate.valid().pem() + expired.pem());
        try (DirectoryPeer peer = peer(expired)) {
            refuses(peer, with(ldaps(peer), "trustedCertificates", both.toString()), "has expired");
            refuses(peer, with(startTls(peer), "trustedCertificates", both.toString()), "has expired");
        }
    }

    @Test
    void refusesAFileInWhichAllHaveExpired() throws Exception {
        Path expired = DirectoryCertificate.expired().writeTo(folder.resolve("expired.pem"));

        assertThatThrownBy(() -> Configs.read(Map.of("host", "ek", "trustedCertificates", expired.toString())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("have expired");
    }

    @Test
    void refusesAServerWithoutStartTls() throws Exception {
        try (DirectoryPeer peer = DirectoryPeer.startWithoutStartTls()) {
            refuses(peer, startTls(peer), "offers no StartTLS");
        }
    }

    @Test
    void letsGoOfAServerThatAcceptsConnectionsAndSaysNothing() throws Exception {
        try (DirectoryPeer peer = peer(DirectoryCertificate.valid());
                Port port = port(peer, ldaps(peer))) {
            peer.fallSilent();

            assertThatThrownBy(() -> port.directory.unit(UNIT)).hasMessageContaining("no answer in time");
            await().atMost(Duration.ofSeconds(10)).until(() -> !isSomebodyInTheLibrary());
        }
    }

    private static boolean isSomebodyInTheLibrary() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("careunit-directory"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().startsWith("com.unboundid"));
    }

    @Test
    void refusesAnUnknownCertificate() throws Exception {
        try (DirectoryPeer peer = peer(DirectoryCertificate.valid())) {
            Path unknown = DirectoryCertificate.valid().writeTo(folder.resolve("unknown.pem"));
            refuses(peer, with(ldaps(peer), "trustedCertificates", unknown.toString()), "not issued by anybody");
            refuses(peer, with(startTls(peer), "trustedCertificates", unknown.toString()), "not issued by anybody");
        }
    }

    @Test
    void refusesACertificateThatTheJvmDoesNotTrust() throws Exception {
        try (DirectoryPeer peer = peer(DirectoryCertificate.valid())) {
            refuses(peer, with(ldaps(peer), "trustedCertificates", ""), "not issued by anybody");
        }
    }

    private void refuses(DirectoryCertificate certificate, String why) throws Exception {
        try (DirectoryPeer peer = peer(certificate)) {
            refuses(peer, ldaps(peer), why);
            refuses(peer, startTls(peer), why);
        }
    }

    private static void refuses(DirectoryPeer peer, Map<String, Object> settings, String why) throws Exception {
        int before = peer.logins();
        try (Port port = port(peer, settings)) {
            assertThatThrownBy(() -> port.directory.unit(UNIT))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(why);
            assertThat(DirectoryHealth.of("", port.directory).getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(peer.logins()).as("the password is not sent").isEqualTo(before);
        }
    }

    @Test
    void refusesAFileWithoutCertificates() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        try (DirectoryPeer peer = peer(DirectoryCertificate.valid())) {
            assertThatThrownBy(() -> Configs.read(Configs.plain(peer, Map.of("trustedCertificates", empty.toString()))))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("careunit.directory: trustedCertificates");
        }
    }

    private static DirectoryPeer peer(DirectoryCertificate certificate) {
        DirectoryPeer peer = DirectoryPeer.start(0, 0, certificate);
        peer.unit(UNIT.value(), "Vårdcentralen Test").add();
        peer.staff("SE1111111111-A001", UNIT.value(), "Test", "Testsson").add();
        return peer;
    }

    private static Port port(DirectoryPeer peer, Map<String, Object> settings) throws Exception {
        return new Port(Configs.plain(peer, settings), new SettableClock(), new AnswerCache());
    }

    private Map<String, Object> ldaps(DirectoryPeer peer) throws Exception {
        return trusting(peer, Map.of("host", "localhost", "port", peer.tlsPort(), "security", "tls"));
    }

    private Map<String, Object> startTls(DirectoryPeer peer) throws Exception {
        return trusting(peer, Map.of("host", "localhost", "port", peer.port(), "security", "starttls"));
    }

    private Map<String, Object> trusting(DirectoryPeer peer, Map<String, Object> settings) throws Exception {
        Path file = peer.certificate().writeTo(folder.resolve("ek.pem"));
        return with(settings, "trustedCertificates", file.toString());
    }

    private static Map<String, Object> with(Map<String, Object> settings, String key, Object value) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(key, value);
        return all;
    }
}
