package org.careunit.sms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.DELIVERED;
import static org.careunit.api.gateways.DeliveryStatus.TECHNICAL_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.UNAVAILABLE;

import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.itests.peers.SmsFaults.Receipts;
import org.careunit.itests.peers.SmsHttpFault;
import org.careunit.itests.peers.SmsHttpPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter against a gateway over HTTP, which does wrong what it is told to. */
class HttpGatewayTest {

    private static final String LONG = "å€" + "a".repeat(300);
    private static final String SECRET = "0123456789abcdefXYZ";

    private SmsHttpPeer peer;
    private Config config;
    private SmsFixture bench;

    @BeforeEach
    void open() throws Exception {
        peer = SmsHttpPeer.open();
        config = Config.http(peer.port()).with("receiptPort", freePort()).with(".receiptSecret", SECRET);
        bench = new SmsFixture(config);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        bench.close();
        peer.close();
    }

    @Test
    void anSmsIsWrittenAsKannelWantsIt() {
        Instant until = Instant.now().plus(Duration.ofHours(5)).plusSeconds(5);
        DeliveryResult result =
                bench.gateway.send(new OutgoingSms(UUID.randomUUID(), SmsFixture.TEST, "å€ & =", Optional.of(until)));
        assertThat(result.status()).isEqualTo(ACCEPTED);
        assertThat(peer.received()).singleElement().satisfies(sms -> assertThat(sms)
                .containsEntry("username", "careunit")
                .containsEntry("password", "secret")
                .containsEntry("from", "Careunit")
                .containsEntry("to", "+46701234567")
                .containsEntry("text", "å€ & =")
                .containsEntry("coding", "0")
                .containsEntry("validity", "300")
                .doesNotContainKey("udh"));
        assertThat(peer.requests().get(0)).startsWith("GET ").contains("%E2%82%AC");
    }

    @Test
    void partsHaveAHeaderEachAndTheSameNamesAtTheNextAttempt() {
        OutgoingSms sms = SmsFixture.sms(LONG);
        List<String> names = bench.gateway.send(sms).parts();
        assertThat(names).containsExactly(sms.id() + "-1", sms.id() + "-2");
        assertThat(bench.gateway.send(sms).parts()).isEqualTo(names);
        List<Map<String, String>> parts = peer.received();
        assertThat(parts).hasSize(4);
        assertThat(parts.get(1).get("udh"))
                .hasSize(6)
                .startsWith("\u0005\u0000\u0003" + parts.get(0).get("udh").charAt(3))
                .endsWith("\u0002\u0002");
        assertThat(parts.get(0).get("text") + parts.get(1).get("text")).isEqualTo(LONG);
    }

    @Test
    void whatIsNotInTheAlphabetGoesAsUcs2() {
        bench.send("öppet 8–17");
        assertThat(peer.received().get(0)).containsEntry("coding", "2").containsEntry("text", "öppet 8–17");
    }

    @Test
    void anotherGatewayIsAMatterOfConfiguration() throws Exception {
        Config other = Config.http(peer.port())
                .with("method", "post")
                .with("request", "to={to}&message={text}&from={sender}&ref={id}&via={receipts}")
                .with("accepted", "^0: (?<id>\\w+)");
        try (SmsFixture posting = new SmsFixture(other)) {
            OutgoingSms sms = SmsFixture.sms(LONG);
            assertThat(posting.gateway.send(sms).parts()).containsExactly("Accepted");
            assertThat(peer.received()).singleElement().satisfies(taken -> assertThat(taken)
                    .containsEntry("message", LONG)
                    .containsEntry("ref", sms.id() + "-1")
                    .doesNotContainKey("via"));
            assertThat(peer.requests().get(0)).startsWith("POST to=%2B46");
        }
    }

    @Test
    void aJsonObjectIsFilledInAsJson() throws Exception {
        Config other = Config.http(peer.port()).with("request", "{\"to\": \"{number}\", \"text\": \"{text}\"}");
        try (SmsFixture posting = new SmsFixture(other)) {
            posting.send("\"å\\\n");
            assertThat(peer.requests())
                    .containsExactly("POST {\"to\": \"46701234567\", \"text\": \"\\\"å\\\\\\u000a\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmsHttpFault.class,
            names = {"SILENCE", "LOST", "PAGE", "REFUSAL", "MEGABYTE", "SLOW", "BROKEN", "UNAVAILABLE"})
    void whatMayPassIsTriedAgainUnderTheSameName(SmsHttpFault fault) {
        peer.show(fault);
        OutgoingSms sms = SmsFixture.sms("x");
        assertThat(bench.gateway.send(sms).status()).isEqualTo(TEMPORARY_FAILURE);
        peer.show(SmsHttpFault.NONE);
        assertThat(bench.gateway.send(sms).parts()).containsExactly(sms.id() + "-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = SmsHttpFault.class,
            names = {"LOGIN", "ELSEWHERE", "REDIRECT"})
    void whatAnOperatorHasToMendRestsTheChannelAndBurnsNoAttempt(SmsHttpFault fault) {
        peer.show(fault);
        assertThat(bench.send("x").status()).isEqualTo(UNAVAILABLE);
        assertThat(bench.rests()).isTrue();
        assertThat(bench.send("x").status()).isEqualTo(UNAVAILABLE);
        assertThat(peer.requests()).hasSize(1);
        peer.show(SmsHttpFault.NONE);
        bench.gateway.check();
        assertThat(bench.send("x").status()).isEqualTo(ACCEPTED);
    }

    @Test
    void aRefusedRequestIsOurFaultUnlessTheConfigurationSaysOtherwise() throws Exception {
        peer.show(SmsHttpFault.BAD_REQUEST);
        assertThat(bench.send("x").status()).isEqualTo(TECHNICAL_FAILURE);
        assertThat(bench.send("x").reason()).contains("HTTP status 400");
        try (SmsFixture other = new SmsFixture(Config.http(peer.port()).with("statuses", "400=temporary"))) {
            assertThat(other.send("x").status()).isEqualTo(TEMPORARY_FAILURE);
        }
    }

    @Test
    void aGatewayThatFailsAgainAndAgainRests() {
        peer.show(SmsHttpFault.PAGE);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(bench.send("x").status()).isEqualTo(TEMPORARY_FAILURE);
        }
        assertThat(bench.send("x").status()).isEqualTo(UNAVAILABLE);
        assertThat(bench.gateway.state().explanation())
                .contains("do not understand")
                .contains("accepted");
    }

    @Test
    void aGatewayThatIsDownBurnsNoAttempt() {
        peer.close();
        assertThat(bench.send("x").status()).isEqualTo(UNAVAILABLE);
        assertThat(bench.gateway.state().explanation()).contains("refuses connections");
    }

    @Test
    void theCheckSendsNothing() {
        bench.gateway.check();
        assertThat(peer.received()).isEmpty();
        assertThat(peer.requests()).hasSize(1);
    }

    @Test
    void throttlingLosesNothing() throws Exception {
        peer.limit(200);
        ExecutorService callers = Executors.newFixedThreadPool(10);
        try {
            List<Future<DeliveryResult>> sent = new ArrayList<>();
            for (int message = 0; message < 300; message++) {
                sent.add(callers.submit(() -> bench.send("x")));
            }
            for (Future<DeliveryResult> one : sent) {
                assertThat(one.get().status()).isEqualTo(ACCEPTED);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(peer.received()).hasSize(300);
        assertThat(peer.throttled()).isPositive();
    }

    @Test
    void receiptsComeBeforeAndAfterTheAnswerAndTwice() {
        peer.send(Receipts.FIRST);
        String first = bench.send("x").parts().get(0);
        peer.send(Receipts.TWICE);
        String second = bench.send("x").parts().get(0);
        await().until(() -> bench.receipts.taken().size() == 3);
        assertThat(bench.receipts.taken())
                .extracting(receipt -> receipt.ids().get(0))
                .containsExactly(first, second, second);
        assertThat(bench.receipts.taken()).extracting(SmsReceipt::status).containsOnly(DELIVERED);
        assertThat(bench.figures()).containsEntry("sms.receipts.intermediate", 1.0);
    }

    @Test
    void aReceiptThatCannotBeWrittenDownIsAskedForAgain() {
        bench.send("x");
        Map<String, String> sms = peer.received().get(0);
        bench.receipts.goesAway(true);
        assertThat(peer.report(sms, 1, "")).isEqualTo(503);
        bench.receipts.goesAway(false);
        assertThat(peer.report(sms, 1, "")).isEqualTo(200);
        assertThat(bench.receipts.taken()).hasSize(1);
    }

    @Test
    void withoutADoorNobodyIsAskedForReceipts() throws Exception {
        try (SmsFixture closed = new SmsFixture(Config.http(peer.port()))) {
            closed.send("x");
            assertThat(peer.received().get(0)).doesNotContainKey("dlr-url");
        }
    }
}
