package org.careunit.sms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.gateways.DeliveryStatus.DELIVERED;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.itests.peers.DirectoryCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knocks at the door for receipts, with bytes of ours. */
class CallbackServerTest {

    private static final String SECRET = "0123456789abcdefXYZ";
    private static final String GOOD = "GET /sms-receipt?secret=" + SECRET + "&id=77aa01&state=1 HTTP/1.1";

    private int port;
    private SmsFixture bench;

    @BeforeEach
    void open() throws Exception {
        port = freePort();
        bench = new SmsFixture(Config.http(1).with("receiptPort", port).with(".receiptSecret", SECRET));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String replied(String head, String body) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return replied(socket, head, body);
        }
    }

    private static String replied(Socket socket, String head, String body) throws Exception {
        socket.setSoTimeout(10_000);
        String request = head + "\r\nHost: us\r\nConnection: close\r\n"
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        InputStream answer = socket.getInputStream();
        return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReceiptComesAsQueryOrFormWithTheSecretInItOrAsAToken() throws Exception {
        assertThat(replied(GOOD, "")).startsWith("HTTP/1.1 200 ");
        String form = "secret=" + SECRET + "&id=77aa01&state=1";
        assertThat(replied("POST /sms-receipt HTTP/1.1", form)).startsWith("HTTP/1.1 200 ");
        String token = "GET /sms-receipt?id=77aa01&state=1 HTTP/1.1\r\nAuthorization: Bearer " + SECRET;
        assertThat(replied(token, "")).startsWith("HTTP/1.1 200 ");
        assertThat(bench.receipts.taken())
                .hasSize(3)
                .extracting(SmsReceipt::status)
                .containsOnly(DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sms-receipt?id=77aa01&state=1 HTTP/1.1",
                "GET /sms-receipt?secret=&id=77aa01&state=1 HTTP/1.1",
                "GET /sms-receipt?secret=0123456789abcdefXY&id=77aa01&state=1 HTTP/1.1",
                "GET /sms-receipt?secret=0123456789abcdefXYZ0&id=77aa01&state=1 HTTP/1.1",
                "GET /sms-receipt?secret=wrong&secret=0123456789abcdefXYZ&id=77aa01&state=1 HTTP/1.1",
                "GET /sms-receipt?id=77aa01&state=1 HTTP/1.1\r\nAuthorization: Bearer wrong",
                "GET /sms-receipt?id=77aa01&state=1 HTTP/1.1\r\nAuthorization: Basic 0123456789abcdefXYZ",
                "GET /other?secret=0123456789abcdefXYZ&id=77aa01&state=1 HTTP/1.1",
                "GET /sms-receipt/x?secret=0123456789abcdefXYZ&id=77aa01&state=1 HTTP/1.1",
                "GET / HTTP/1.1",
                "PUT /sms-receipt?secret=0123456789abcdefXYZ&id=77aa01&state=1 HTTP/1.1",
                "DELETE /sms-receipt?secret=0123456789abcdefXYZ&id=77aa01&state=1 HTTP/1.1"
            })
    void strangersGetNoAnswerAndChangeNothing(String head) throws Exception {
        assertThat(replied(head, "")).isEmpty();
        assertThat(bench.receipts.taken()).isEmpty();
        assertThat(bench.receipts.aside()).isEmpty();
        assertThat(bench.figures()).containsEntry("sms.receipts.strangers", 1.0);
        assertThat(replied(GOOD, "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatIsTooLongIsNotReadToItsEnd() throws Exception {
        String form = "secret=" + SECRET + "&id=77aa01&state=1&text=" + "x".repeat(20_000);
        assertThat(replied("POST /sms-receipt HTTP/1.1", form)).doesNotContain("200");
        assertThat(bench.receipts.taken()).isEmpty();
        assertThat(replied(GOOD, "")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void manyWhoSayNothingDoNotHoldUpTheGateway() throws Exception {
        Socket[] silent = new Socket[40];
        for (int index = 0; index < silent.length; index++) {
            silent[index] = new Socket(InetAddress.getLoopbackAddress(), port);
        }
        assertThat(replied(GOOD, "")).startsWith("HTTP/1.1 200 ");
        for (Socket socket : silent) {
            socket.close();
        }
    }

    @Test
    void whatCannotBeReadIsSetAsideWithoutWhatMayBeANumber() throws Exception {
        String receipt = "secret=" + SECRET + "&id=77aa01&state=lost&msisdn=46701234567";
        assertThat(replied("GET /sms-receipt?" + receipt + " HTTP/1.1", "")).startsWith("HTTP/1.1 200 ");
        assertThat(bench.receipts.aside()).containsExactly("id=77aa01&msisdn=…&state=lost");
        assertThat(bench.figures()).containsEntry("sms.receipts.unreadable", 1.0);
    }

    @Test
    void receiptsThatCannotBeReadAreSeenInHealthAndCommandUntilTheyAreDiscarded() throws Exception {
        bench.receipts.setAside("4a0c11ff 2");
        bench.gateway.state().answered();
        assertThat(SmsHealth.of("", bench.gateway, bench.receipts).toString())
                .contains("1 receipts of SMS could not be read", "sms-receipt-list");
        assertThat(bench.receipts.discardUnreadable()).isEqualTo(1);
        assertThat(SmsHealth.of("", bench.gateway, bench.receipts).isOk()).isTrue();
    }

    @Test
    void theDoorClosesWithTheAdapter() throws Exception {
        bench.close();
        try (ServerSocket free = new ServerSocket(port)) {
            assertThat(free.isBound()).isTrue();
        }
    }

    @Test
    void withACertificateTheDoorSpeaksTls(@TempDir Path folder) throws Exception {
        DirectoryCertificate certificate = DirectoryCertificate.valid();
        Path file = certificate.writeKeyTo(folder.resolve("door.p12"), "for-tests-only");
        int secured = freePort();
        Config config = Config.http(1)
                .with("receiptPort", secured)
                .with("receiptHost", "0.0.0.0")
                .with(".receiptSecret", SECRET)
                .with("receiptCertificate", file.toString())
                .with(".receiptCertificatePassword", "for-tests-only");
        try (SmsFixture open = new SmsFixture(config);
                Socket socket = trusting(certificate.writeTo(folder.resolve("door.pem")))
                        .getSocketFactory()
                        .createSocket("127.0.0.1", secured)) {
            assertThat(replied(socket, GOOD, "")).startsWith("HTTP/1.1 200 ");
            assertThat(open.receipts.taken()).hasSize(1);
        }
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            store.setCertificateEntry(
                    "door", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
