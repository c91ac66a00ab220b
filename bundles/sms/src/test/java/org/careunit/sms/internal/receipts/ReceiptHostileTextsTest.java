package org.careunit.sms.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;

/** Receipts out of hostile texts: each is read or not, in time that is bounded, and none breaks anything. */
class ReceiptHostileTextsTest {

    private static final String GOOD = "id:0123456789 sub:001 dlvrd:001 submit date:2603051412 done date:260305141230"
            + " stat:DELIVRD err:000 text:Du har";
    private static final LocalDateTime ARRIVAL = LocalDateTime.parse("2026-03-05T14:14");
    private static final byte RECEIPT = 0x04;
    private static final int LONGEST_ID = 65;

    @Test
    void hostileReceiptsAreReadOrNotInTimeAndTheGoodOneIs() {
        for (ReceiptIds ids : ReceiptIds.values()) {
            ReceiptReader reader = new ReceiptReader(ids, Optional.empty());
            new HostileLines(GOOD, ids.name().length())
                    .tryAll(HostileLines.TRIES / ReceiptIds.values().length, text -> read(reader, text));
            assertThat(reader.read(message(GOOD, Optional.empty()), ARRIVAL)).isPresent();
        }
    }

    @Test
    void hostileOptionalParametersAreReadOrNotInTime() {
        ReceiptReader reader = new ReceiptReader(ReceiptIds.HEX_THEN_DECIMAL, Optional.empty());
        new HostileLines("0123456789", 7)
                .tryAll(HostileLines.TRIES, id -> reader.read(message(GOOD, Optional.of(id)), ARRIVAL)
                        .ifPresent(ReceiptHostileTextsTest::isHarmless));
    }

    private static void read(ReceiptReader reader, String text) {
        reader.read(message(text, Optional.empty()), ARRIVAL).ifPresent(ReceiptHostileTextsTest::isHarmless);
        for (int coding : List.of(0, 8)) {
            String decoded = DeliveredMessage.decode(text.getBytes(StandardCharsets.UTF_16BE), (byte) coding);
            reader.read(message(decoded, Optional.empty()), ARRIVAL).ifPresent(ReceiptHostileTextsTest::isHarmless);
        }
    }

    private static void isHarmless(Receipt receipt) {
        assertThat(receipt.ids())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(id).isNotEmpty().hasSizeLessThanOrEqualTo(2 * LONGEST_ID));
    }

    private static DeliveredMessage message(String text, Optional<String> id) {
        return new DeliveredMessage(RECEIPT, text, id, Optional.empty());
    }
}
