package org.careunit.sms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.DELIVERED;
import static org.careunit.api.gateways.DeliveryStatus.NOT_ALLOWED;
import static org.careunit.api.gateways.DeliveryStatus.PERMANENT_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TECHNICAL_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;
import static org.careunit.api.gateways.DeliveryStatus.UNAVAILABLE;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.itests.peers.SmsCentre;
import org.careunit.itests.peers.SmsFaults.Receipts;
import org.careunit.itests.peers.SmsReceived;
import org.careunit.routes.ChannelState.Status;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter against an SMS centre, which does wrong what it is told to. */
class SmppGatewayTest {

    private static final String LONG = "a".repeat(300);

    private SmsCentre centre;
    private SmsFixture bench;

    @BeforeEach
    void bind() throws Exception {
        centre = SmsCentre.start();
        bench = new SmsFixture(Config.plain(centre.port()));
        await().until(bench::works);
    }

    @AfterEach
    void unbind() throws IOException {
        bench.close();
        centre.close();
    }

    @Test
    void anSmsArrivesInItsAlphabet() {
        DeliveryResult result = bench.send("å€");
        assertThat(result.status()).isEqualTo(ACCEPTED);
        SmsReceived part = centre.received().get(0);
        assertThat(result.parts()).containsExactly(part.id());
        assertThat(part.content()).containsExactly(0x0F, 0x1B, 0x65);
        assertThat(part.dataCoding()).isZero();
        assertThat(part.from()).isEqualTo("Careunit");
        assertThat(part.to()).isEqualTo("46701234567");
    }

    @Test
    void partsBelongTogetherAndKeepTheirReferenceAtTheNextAttempt() {
        OutgoingSms sms = SmsFixture.sms(LONG);
        assertThat(bench.gateway.send(sms).parts()).hasSize(2);
        assertThat(bench.gateway.send(sms).parts()).hasSize(2);
        List<SmsReceived> parts = centre.received();
        assertThat(parts).hasSize(4).allSatisfy(part -> {
            assertThat(part.headed()).isTrue();
            assertThat(part.content().get(3)).isEqualTo(parts.get(0).content().get(3));
            assertThat(part.reference()).isEqualTo(parts.get(0).reference());
        });
        assertThat(parts.get(1).content().subList(4, 6)).containsExactly(2, 2);
    }

    @Test
    void theValidityIsATimeFromNow() {
        Instant until = Instant.now().plus(Duration.ofHours(5)).plusSeconds(5);
        bench.gateway.send(new OutgoingSms(UUID.randomUUID(), SmsFixture.TEST, "x", Optional.of(until)));
        assertThat(centre.received().get(0).validity()).matches("00000005000[0-5]000R");
    }

    @Test
    void statusesMeanWhatTheTableSays() {
        centre.faults().answer(0x0B);
        assertThat(bench.send("x").status()).isEqualTo(PERMANENT_FAILURE);
        centre.faults().answer(0x08);
        assertThat(bench.send("x").status()).isEqualTo(TEMPORARY_FAILURE);
        centre.faults().answer(0x0A);
        assertThat(bench.send("x").status()).isEqualTo(TECHNICAL_FAILURE);
        assertThat(bench.send("x").reason()).contains("0x0000000A");
    }

    @Test
    void numbersOfOtherCountriesStayHere() {
        OutgoingSms abroad =
                new OutgoingSms(UUID.randomUUID(), new TelephoneNumber("+4521234567"), "x", Optional.empty());
        assertThat(bench.gateway.send(abroad).status()).isEqualTo(NOT_ALLOWED);
        assertThat(centre.received()).isEmpty();
    }

    @Test
    void throttlingLosesNothingAndSettlesNearTheAllowedRate() throws Exception {
        centre.faults().limit(200);
        int messages = 600;
        long begin = System.nanoTime();
        assertThat(inParallel(10, messages)).containsOnly(ACCEPTED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(centre.received()).hasSize(messages);
        System.getLogger("test")
                .log(
                        System.Logger.Level.INFO,
                        messages / seconds + " a second of 200, throttled " + centre.throttled());
        assertThat(messages / seconds).isGreaterThan(150);
    }

    private List<Object> inParallel(int threads, int messages) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<DeliveryResult>> sent = new ArrayList<>();
            for (int message = 0; message < messages; message++) {
                sent.add(callers.submit(() -> bench.send("x")));
            }
            List<Object> results = new ArrayList<>();
            for (Future<DeliveryResult> one : sent) {
                results.add(one.get().status());
            }
            return results;
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aPartThatWasTakenIsNotSentAgainAfterALaterOneFailed() {
        centre.faults().limit(1);
        OutgoingSms sms = SmsFixture.sms("a".repeat(700));
        assertThat(bench.gateway.send(sms).status()).isEqualTo(TEMPORARY_FAILURE);
        int before = centre.received().size();
        centre.faults().limit(0);
        assertThat(bench.gateway.send(sms).parts()).hasSize(5);
        assertThat(centre.received()).hasSize(5);
        assertThat(before).isLessThan(5);
    }

    @Test
    void anUnboundLinkBurnsNoAttemptAndComesBackByItself() {
        AtomicInteger recovered = new AtomicInteger();
        bench.gateway.onRecovery(recovered::incrementAndGet);
        centre.faults().refuseBinds(0x08);
        centre.unbindAll();
        await().until(bench::rests);
        assertThat(bench.send("x").status()).isEqualTo(UNAVAILABLE);
        centre.faults().refuseBinds(0);
        await().atMost(Duration.ofSeconds(10)).until(bench::works);
        assertThat(recovered).hasPositiveValue();
        assertThat(bench.send("x").status()).isEqualTo(ACCEPTED);
    }

    @Test
    void aWrongPasswordRestsTheChannelUntilItIsMended() throws Exception {
        centre.faults().refuseBinds(0x0E);
        try (SmsFixture locked = new SmsFixture(Config.plain(centre.port()))) {
            await().until(locked::rests);
            assertThat(locked.gateway.state().explanation())
                    .contains("refuses our login")
                    .contains(".password");
            assertThat(locked.send("x").status()).isEqualTo(UNAVAILABLE);
            centre.faults().refuseBinds(0);
            locked.gateway.check();
            assertThat(locked.send("x").status()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void anUnansweredPartIsUnknownAndGoesOutAgainUnderTheSameReference() {
        centre.faults().swallow(1);
        OutgoingSms sms = SmsFixture.sms("x");
        assertThat(bench.gateway.send(sms).status()).isEqualTo(TEMPORARY_FAILURE);
        await().until(bench::works);
        assertThat(bench.gateway.send(sms).status()).isEqualTo(ACCEPTED);
        assertThat(centre.received()).hasSize(2).allSatisfy(part -> assertThat(part.reference())
                .isEqualTo(centre.received().get(0).reference()));
    }

    @Test
    void theLinkUnbindsWhenItIsClosed() {
        bench.close();
        await().until(() -> centre.bound() == 0);
        assertThat(bench.send("x").status()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void receiptsAreTakenBeforeAndAfterTheAnswer() {
        centre.faults().send(Receipts.FIRST);
        String first = bench.send("x").parts().get(0);
        centre.faults().send(Receipts.TWICE);
        String second = bench.send("x").parts().get(0);
        await().until(() -> bench.receipts.taken().size() == 3);
        assertThat(bench.receipts.taken())
                .extracting(receipt -> receipt.ids().get(0))
                .containsExactly(first, second, second);
        assertThat(bench.receipts.taken()).extracting(SmsReceipt::status).containsOnly(DELIVERED);
    }

    @Test
    void aReceiptThatCannotBeWrittenDownIsAskedForAgain() {
        bench.receipts.goesAway(true);
        assertThat(centre.report(SmsCentre.receipt("1", "DELIVRD"))).isEqualTo(0x64);
        bench.receipts.goesAway(false);
        assertThat(centre.report(SmsCentre.receipt("1", "DELIVRD"))).isZero();
        assertThat(bench.receipts.taken()).hasSize(1);
    }

    @Test
    void whatIsNoReceiptOrCannotBeReadIsNoErrorToTheCentre() {
        assertThat(centre.deliver(0, "STOPP")).isZero();
        assertThat(centre.report("4a0c11ff 2")).isZero();
        assertThat(centre.report(SmsCentre.receipt("1", "ENROUTE"))).isZero();
        assertThat(centre.deliver(
                        4,
                        "",
                        new OptionalParameter.Receipted_message_id("77aa19"),
                        new OptionalParameter.Message_state((byte) 2)))
                .isZero();
        assertThat(bench.receipts.aside()).containsExactly("4a0c11ff 2");
        assertThat(bench.receipts.taken()).singleElement().satisfies(receipt -> assertThat(receipt.ids())
                .containsExactly("77aa19"));
        assertThat(bench.figures())
                .containsEntry("sms.incoming", 1.0)
                .containsEntry("sms.receipts.unreadable", 1.0)
                .containsEntry("sms.receipts.intermediate", 1.0);
    }

    @Test
    void withoutAHostItIsNotSetUp() throws Exception {
        try (SmsFixture bare = new SmsFixture(Config.empty())) {
            assertThat(bare.gateway.isSetUp()).isFalse();
            assertThat(bare.gateway.state().status()).isEqualTo(Status.NOT_SET_UP);
            assertThat(bare.send("x").status()).isEqualTo(UNAVAILABLE);
        }
    }
}
