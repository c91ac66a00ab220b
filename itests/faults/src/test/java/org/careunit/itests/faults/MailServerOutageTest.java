package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.messages.MessageState;
import org.careunit.itests.peers.MailPeer;
import org.careunit.mail.internal.OneMailServer;
import org.careunit.notifications.internal.ChaosParts;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While no connection to the mail server can be made, messages wait together; when it is back all leave, the newest
 * first.
 */
class MailServerOutageTest {

    private static final int CASES = 20;
    private static final Duration LONGEST_REST = Duration.ofSeconds(35);

    @TempDir
    Path base;

    private final MailPeer peer = new MailPeer(Clock.systemUTC()).start();
    private final int port = peer.port();
    private final List<UUID> accepted = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private TestStore store;
    private OneMailServer server;

    @BeforeEach
    void openWithoutMailServer() throws Exception {
        peer.stop();
        store = TestStore.embedded(base.resolve("h2"));
        server = new OneMailServer(port);
        ChaosParts parts = ChaosParts.of(store, base, new Watched(), false, () -> {});
        parts.handlers().forEach(store::handle);
        parts.events()
                .accept(
                        new Actor.Host("faults"),
                        IntStream.range(0, CASES)
                                .mapToObj(number -> Node.event("e-" + (100 + number)))
                                .toList());
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
        peer.close();
    }

    @Test
    void allLeaveByThemselvesNewestFirstAndNoneHasCountedAnAttempt() {
        awaitRest();
        assertThat(attempts.get()).as("attempts while the channel rests").isLessThan(20);
        assertThat(rows()).hasSize(2 * CASES).allSatisfy(row -> {
            assertThat(row.state()).isNotEqualTo(MessageState.TEMPORARY_FAILURE);
            assertThat(row.attempts()).isZero();
        });
        peer.start(port);
        await().atMost(LONGEST_REST).until(() -> !accepted.isEmpty());
        await().atMost(Duration.ofSeconds(5)).until(() -> accepted.size() == 2 * CASES);
        List<UUID> order = List.copyOf(accepted);
        assertThat(mean(order.subList(0, CASES))).isGreaterThan(mean(order.subList(CASES, 2 * CASES)));
        await().until(() -> rows().stream().allMatch(row -> row.state() == MessageState.SENT && row.attempts() == 1));
    }

    @Test
    void allLeaveAtOnceWhenAnOperatorHasLooked() {
        awaitRest();
        peer.start(port);
        server.gateway.check();
        await().atMost(Duration.ofSeconds(5)).until(() -> accepted.size() == 2 * CASES);
    }

    /** Until some were refused and none is on its way any more, which might find the server back. */
    private void awaitRest() {
        await().atMost(LONGEST_REST).until(() -> refused.get() >= 4 && refused.get() == attempts.get());
    }

    private List<LedgerRow> rows() {
        return IntStream.range(0, CASES)
                .mapToObj(number ->
                        store.messages().about(Node.event("e-" + (100 + number)).subject()))
                .flatMap(List::stream)
                .toList();
    }

    /** How new the cases of some messages are on average. */
    private double mean(List<UUID> messages) {
        return messages.stream()
                .map(message -> store.messages().find(message).orElseThrow())
                .mapToInt(row -> Integer.parseInt(row.event().substring(2)))
                .average()
                .orElseThrow();
    }

    /** Counts what goes through it. */
    private final class Watched implements MailGateway {

        @Override
        public DeliveryResult send(OutgoingMail mail) {
            attempts.incrementAndGet();
            DeliveryResult result = server.gateway.send(mail);
            if (result.status() == DeliveryStatus.ACCEPTED) {
                accepted.add(mail.id());
            } else {
                refused.incrementAndGet();
            }
            return result;
        }

        @Override
        public Runnable onRecovery(Runnable listener) {
            return server.gateway.onRecovery(listener);
        }
    }
}
