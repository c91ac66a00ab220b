package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionReuseTest {

    private final MailPeer peer = new MailPeer(Clock.systemUTC()).start();
    private final Config config = Config.plain(peer.port());

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void nothingFailsWhereTheServerDropsEveryFifth() throws Exception {
        peer.faults().dropAfter(5);
        try (MailFixture bench = new MailFixture(config)) {
            assertThat(IntStream.range(0, 52).mapToObj(i -> bench.send()))
                    .extracting(DeliveryResult::status)
                    .containsOnly(ACCEPTED);
        }
        assertThat(peer.accepted()).hasSize(52);
        assertThat(peer.connected()).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailStage.class,
            names = {"MAIL", "RCPT"})
    void aMessageThatHasNotBegunIsSentByAnotherConnection(MailStage stage) throws Exception {
        try (MailFixture bench = new MailFixture(config)) {
            bench.send();
            peer.faults().drop(stage, 1);
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
            assertThat(bench.figures()).containsEntry("mail.connections", 1.0);
        }
        assertThat(peer.accepted()).hasSize(2);
        assertThat(peer.connected()).isEqualTo(2);
    }

    @Test
    void aMessageThatMayHaveBeenTakenIsNotSentAgain() throws Exception {
        try (MailFixture bench = new MailFixture(config)) {
            bench.send();
            peer.faults().drop(MailStage.DATA, 1);
            assertThat(bench.send().status()).isEqualTo(TEMPORARY_FAILURE);
        }
        assertThat(peer.connected()).isEqualTo(1);
    }

    @Test
    void aServerThatClosesTheNewConnectionTooIsTriedLater() throws Exception {
        try (MailFixture bench = new MailFixture(config)) {
            bench.send();
            peer.faults().drop(MailStage.MAIL, 2);
            assertThat(bench.send().status()).isEqualTo(TEMPORARY_FAILURE);
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        }
        assertThat(peer.connected()).isEqualTo(3);
    }

    @Test
    void aConnectionThatHasJustTakenAMessageIsNotAskedWhetherItIsThere() throws Exception {
        List<String> commands = new CopyOnWriteArrayList<>();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> serve(door, commands));
            try (MailFixture bench = new MailFixture(config.with("port", door.getLocalPort()))) {
                assertThat(bench.send().status()).isEqualTo(ACCEPTED);
                assertThat(bench.send().status()).isEqualTo(ACCEPTED);
            }
            server.join();
        }
        assertThat(commands).containsExactly("EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA", "QUIT");
    }

    /** One connection of a mail server that takes everything. */
    private static void serve(ServerSocket door, List<String> commands) {
        try (Socket client = door.accept()) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 ready");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                commands.add(line.substring(0, 4));
                if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    while (!lines.readLine().equals(".")) {
                        // the message
                    }
                }
                say(client, "250 ok");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aConnectionEndsAfterItsShareOfMessages() throws Exception {
        try (MailFixture bench = new MailFixture(config.with("messagesPerConnection", 3))) {
            IntStream.range(0, 7).forEach(i -> bench.send());
        }
        assertThat(peer.connected()).isEqualTo(3);
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        try (MailFixture bench = new MailFixture(config.with("idleSeconds", 1))) {
            bench.send();
            assertThat(peer.connections()).isEqualTo(1);

            await().until(() -> peer.connections() == 0);
            assertThat(bench.figures()).containsEntry("mail.connections", 0.0);
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void stoppingTheRoutesClosesAll() throws Exception {
        MailFixture bench = new MailFixture(config);
        bench.send();

        bench.close();

        await().until(() -> peer.connections() == 0);
        assertThat(bench.figures()).containsEntry("mail.connections", 0.0);
    }

    @Test
    void theRoutesStartThoughTheServerIsDown() throws Exception {
        peer.stop();
        try (MailFixture bench = new MailFixture(config)) {
            peer.start();
            assertThat(bench.send().status()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void manyCallersShareThem() throws Exception {
        try (MailFixture bench = new MailFixture(config.with("connections", 3).with("answerMillis", 5000))) {
            List<DeliveryResult> answers = atOnce(12, 10, bench::send);

            assertThat(answers).hasSize(120).extracting(DeliveryResult::status).containsOnly(ACCEPTED);
            assertThat(peer.connected()).isBetween(1, 3);
        }
    }

    @Test
    void whoWaitsTooLongForOneIsToComeLater() throws Exception {
        peer.faults().hangBeforeAccepting();
        try (MailFixture bench = new MailFixture(config.with("connections", 1).with("answerMillis", 400))) {
            assertThat(atOnce(3, 1, bench::send))
                    .extracting(DeliveryResult::status)
                    .containsOnly(TEMPORARY_FAILURE);
        }
    }

    private static List<DeliveryResult> atOnce(int callers, int each, Callable<DeliveryResult> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<DeliveryResult>> calls = threads.invokeAll(java.util.Collections.nCopies(callers * each, call));
            return calls.stream().map(ConnectionReuseTest::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static DeliveryResult result(Future<DeliveryResult> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
