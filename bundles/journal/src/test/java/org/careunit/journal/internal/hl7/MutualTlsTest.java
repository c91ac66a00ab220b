package org.careunit.journal.internal.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.MllpPeer;
import org.careunit.journal.internal.Notices;
import org.careunit.journal.internal.hl7.MdmMessage.Receiver;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.ClientCertificate;
import org.careunit.operations.connection.TrustedCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutualTlsTest {

    private static final String PASSWORD = "for-tests-only";

    @TempDir
    Path folder;

    /** The keys of a configuration that matter here. */
    @interface Keys {
        String clientCertificate() default "";

        String _clientPassword() default "";
    }

    @Test
    void aReceiverThatAsksForOurCertificateGetsIt() throws Exception {
        MailCertificate server = MailCertificate.forHost("localhost", folder);
        MailCertificate.forHost("careunit", folder);
        MailCertificate.forHost("stranger", folder);
        TrustedCertificates trust = TrustedCertificates.of(Optional.of(server.pem()));
        try (MllpPeer peer = MllpPeer.open(new AskingSockets(asking()))) {
            assertThat(isAccepted(peer, trust.socketFactory(client("careunit"))))
                    .isTrue();
            assertThat(isAccepted(peer, trust.socketFactory())).isFalse();
            assertThat(isAccepted(peer, trust.socketFactory(client("stranger"))))
                    .isFalse();
            assertThat(peer.messages()).hasSize(1);
        }
    }

    private Optional<ClientCertificate> client(String name) {
        Configuration configuration = Configuration.of(
                "test",
                Keys.class,
                Map.of("clientCertificate", folder.resolve(name + ".p12").toString(), ".clientPassword", PASSWORD));
        return ClientCertificate.read(configuration, "clientCertificate", ".clientPassword");
    }

    /** With TLS 1.3 a client hears of a refused certificate only when it reads. */
    private static boolean isAccepted(MllpPeer peer, SSLSocketFactory sockets) {
        MllpConnection.Receiver receiver = new MllpConnection.Receiver(
                "localhost", peer.port(), Optional.of(sockets), Duration.ofSeconds(5), Duration.ofSeconds(2));
        byte[] message =
                new MdmMessage(new Receiver("", "", Hl7Charset.UTF_8)).write(Notices.of(Kind.CREATED), Notices.TIME);
        try (MllpConnection connection = new MllpConnection(receiver, System::nanoTime)) {
            return connection.send(message, ControlId.of(Notices.ID)).isAccepted();
        } catch (IOException refused) {
            return false;
        }
    }

    private SSLContext asking() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("localhost"), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("careunit", store("careunit").getCertificate("peer"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** Makes server sockets that ask for the client's certificate. */
    private static final class AskingSockets extends ServerSocketFactory {

        private final ServerSocketFactory factory;

        AskingSockets(SSLContext context) {
            factory = context.getServerSocketFactory();
        }

        private static ServerSocket asking(ServerSocket socket) {
            ((SSLServerSocket) socket).setNeedClientAuth(true);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return asking(factory.createServerSocket(port));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return asking(factory.createServerSocket(port, backlog));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return asking(factory.createServerSocket(port, backlog, address));
        }
    }
}
