package org.careunit.journal.internal.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.MllpFault;
import org.careunit.itests.peers.MllpPeer;
import org.careunit.journal.internal.Notices;
import org.careunit.journal.internal.hl7.MdmMessage.Receiver;
import org.careunit.operations.connection.TrustedCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MllpConnectionTest {

    private static final MdmMessage MESSAGES = new MdmMessage(new Receiver("", "", Hl7Charset.UTF_8));

    private MllpPeer peer;
    private MllpConnection connection;

    @BeforeEach
    void open() throws IOException {
        peer = MllpPeer.open();
        connection = connection("127.0.0.1", peer.port(), Optional.empty());
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        peer.close();
    }

    private static MllpConnection connection(String host, int port, Optional<SSLSocketFactory> tls) {
        return new MllpConnection(
                new MllpConnection.Receiver(host, port, tls, Duration.ofSeconds(5), Duration.ofMillis(700)),
                System::nanoTime);
    }

    @Test
    void oneConnectionCarriesManyMessages() throws IOException {
        for (int number = 0; number < 20; number++) {
            assertThat(send(number).isAccepted()).isTrue();
        }
        assertThat(peer.messages()).hasSize(20).doesNotHaveDuplicates();
        assertThat(peer.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PIECES", "LATE_THEN_RIGHT", "TWICE", "CLOSE"})
    void theAnswerToOurMessageIsFound(MllpFault fault) throws IOException {
        peer.show(fault);
        assertThat(send(1).isAccepted()).isTrue();
        assertThat(send(2).isAccepted()).isTrue();
        peer.show(MllpFault.NONE);
        peer.answer("AR");
        assertThat(send(3).isParked())
                .as("nothing of an earlier answer is left")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_FRAME", "SILENCE", "LATE", "ECHO", "HALF"})
    void whatIsNoAnswerIsNoYesAndTheNextMessageIsNotMisjudged(MllpFault fault) throws IOException {
        peer.show(fault);
        Hl7Answer answer = send(1);
        assertThat(answer.isAnswered()).isFalse();
        assertThat(answer.status()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
        peer.show(MllpFault.NONE);
        assertThat(send(1).isAccepted()).isTrue();
        assertThat(peer.messages()).hasSize(2);
        assertThat(peer.messages().get(0))
                .as("the same message again")
                .isEqualTo(peer.messages().get(1));
        assertThat(peer.connections()).isEqualTo(2);
    }

    @Test
    void negativesAreJudgedByTheirErrors() throws IOException {
        peer.answer("AE\rERR||PID^1^3|101");
        assertThat(send(1).reason()).isEqualTo("AE with error 101 at PID-1-3");
        peer.answer("AE\rERR|||207");
        assertThat(send(2))
                .extracting(Hl7Answer::isAnswered, Hl7Answer::isParked)
                .containsExactly(true, false);
    }

    @Test
    void whereNobodyListensNothingIsSent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (MllpConnection nowhere = connection("127.0.0.1", free, Optional.empty())) {
            assertThatThrownBy(nowhere::check).isInstanceOf(IOException.class);
        }
    }

    @Test
    void tlsChecksWhomItSpeaksWith(@TempDir Path folder) throws Exception {
        MailCertificate certificate = MailCertificate.forHost("localhost", folder);
        TrustedCertificates trust = TrustedCertificates.of(Optional.of(certificate.pem()));
        try (MllpPeer secure = MllpPeer.open(certificate.context().getServerSocketFactory());
                MllpConnection known = connection("localhost", secure.port(), Optional.of(trust.socketFactory()));
                MllpConnection wrongName = connection("127.0.0.1", secure.port(), Optional.of(trust.socketFactory()));
                MllpConnection untrusted = connection(
                        "localhost", secure.port(), Optional.of(TrustedCertificates.OF_THE_JVM.socketFactory()))) {
            assertThat(send(known, 1).isAccepted()).isTrue();
            assertThat(send(known, 2).isAccepted()).isTrue();
            assertThatThrownBy(wrongName::check).isInstanceOf(SSLException.class);
            assertThatThrownBy(untrusted::check).isInstanceOf(SSLException.class);
            assertThat(secure.messages()).hasSize(2);
        }
    }

    private Hl7Answer send(int number) throws IOException {
        return send(connection, number);
    }

    private static Hl7Answer send(MllpConnection way, int number) throws IOException {
        CaseNotice notice = new CaseNotice(
                new UUID(7, number), Kind.CREATED, Notices.CASE, 1, Notices.TIME, Optional.empty(), false);
        return way.send(MESSAGES.write(notice, Notices.TIME), ControlId.of(notice.id()));
    }
}
