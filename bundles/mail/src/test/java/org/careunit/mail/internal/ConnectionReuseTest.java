package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.itests.peers.MailPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
