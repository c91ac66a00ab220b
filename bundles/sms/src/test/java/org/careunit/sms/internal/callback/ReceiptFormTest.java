package org.careunit.sms.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.gateways.UnreadableReceipt;
import org.careunit.sms.internal.receipts.ReceiptCounts;
import org.careunit.sms.internal.receipts.ReceiptHandler;
import org.careunit.sms.internal.receipts.ReceiptIds;
import org.careunit.sms.internal.receipts.ReceiptOutcomes;
import org.careunit.sms.internal.receipts.ReceiptReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What receipts over HTTP mean, as a table of requests, and as any text at all. */
class ReceiptFormTest {

    private static final Map<String, DeliveryStatus> KANNEL = Map.of(
            "1", DeliveryStatus.DELIVERED,
            "2", DeliveryStatus.TEMPORARY_FAILURE,
            "4", DeliveryStatus.ACCEPTED,
            "8", DeliveryStatus.ACCEPTED,
            "16", DeliveryStatus.TECHNICAL_FAILURE);

    private final List<SmsReceipt> taken = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();
    private final ReceiptCounts counts = new ReceiptCounts();
    private final CallbackReceipts receipts = new CallbackReceipts(
            new ReceiptForm("id", "state", "text", KANNEL),
            new ReceiptHandler(
                    new ReceiptReader(ReceiptIds.SAME, Optional.empty()),
                    new ReceiptOutcomes(Map.of(), ZoneId.of("Europe/Stockholm")),
                    new SmsReceipts() {
                        @Override
                        public void accept(SmsReceipt receipt) {
                            taken.add(receipt);
                        }

                        @Override
                        public void setAside(String text) {
                            aside.add(text);
                        }

                        @Override
                        public List<UnreadableReceipt> unreadable() {
                            return List.of();
                        }

                        @Override
                        public int discardUnreadable() {
                            return 0;
                        }
                    },
                    counts,
                    Clock.fixed(Instant.parse("2026-03-05T13:14:00Z"), ZoneOffset.UTC)));

    static List<String> cases() throws IOException {
        try (InputStream in = ReceiptFormTest.class.getResourceAsStream("http-receipts.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void receiptsMeanWhatTheTableSays(String line) {
        String[] columns = line.split("\t", -1);
        receipts.take(FormParameters.read(columns[1]));
        boolean isUnreadable = columns[4].equals("-");
        assertThat(aside).hasSize(isUnreadable ? 1 : 0);
        if (isUnreadable || columns[3].equals("*")) {
            assertThat(taken).isEmpty();
            return;
        }
        assertThat(taken).singleElement().satisfies(receipt -> {
            assertThat(receipt.ids()).containsExactly(columns[2]);
            assertThat(receipt.status()).isEqualTo(DeliveryStatus.valueOf(columns[3]));
            assertThat(receipt.reason()).contains(columns[4]);
        });
    }

    @Property(tries = 10_000)
    void anyTextIsTakenOrSetAside(@ForAll String query, @ForAll String text) {
        int before = taken.size() + aside.size() + counts.intermediate().intValue();
        receipts.take(FormParameters.read(query));
        receipts.take(Map.of("id", "m-1", "state", "2", "text", text));
        assertThat(taken.size() + aside.size() + counts.intermediate().intValue())
                .isEqualTo(before + 2);
    }

    @Property(tries = 20)
    void anyLongTextTakesLittleTime(@ForAll String piece) {
        String query = ("id=" + piece + "&text=id:" + piece).repeat(2_000);
        long begin = System.nanoTime();
        receipts.take(FormParameters.read(query.substring(0, Math.min(16_384, query.length()))));
        receipts.take(Map.of("id", "m-1", "state", "2", "text", (piece + "id : ").repeat(3_000)));
        assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
    }
}
