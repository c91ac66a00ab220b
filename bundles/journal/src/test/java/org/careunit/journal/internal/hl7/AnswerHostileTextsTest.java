package org.careunit.journal.internal.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;

/** Answers of a receiver out of hostile bytes: each is judged in time that is bounded, and none breaks anything. */
class AnswerHostileTextsTest {

    private static final String SENT = "CU0001";
    private static final String GOOD =
            "\u000BMSH|^~\\&|JOURNAL|VARD|CAREUNIT|REGION|20260305080003+0100||ACK^T01^ACK|R1"
                    + "|P|2.5.1||||||UNICODE UTF-8\rMSA|AA|CU0001\rERR|||207\r\u001C\r";
    private static final String STRANGER = GOOD.replace(SENT, "CU0002");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16);

    @Test
    void hostileAnswersAreJudgedInTimeAndTheGoodOneIsAYes() {
        for (Charset charset : CHARSETS) {
            new HostileLines(GOOD, CHARSETS.indexOf(charset))
                    .tryAll(HostileLines.TRIES / CHARSETS.size(), text -> assertThat(
                                    read(text.getBytes(charset)).reason())
                            .hasSizeLessThan(400));
        }
        assertThat(read(GOOD.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(DeliveryStatus.ACCEPTED);
    }

    @Test
    void whateverIsMadeOfAnotherMessagesAnswerIsNoYes() {
        new HostileLines(STRANGER, 11).tryAll(HostileLines.TRIES / 2, text -> assertThat(
                        read(text.getBytes(StandardCharsets.UTF_8)).status())
                .isNotEqualTo(DeliveryStatus.ACCEPTED));
    }

    private static Hl7Answer read(byte[] bytes) {
        try {
            return new AnswerReader(new ByteArrayInputStream(bytes), SENT, () -> 0, Duration.ofSeconds(1)).read();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
