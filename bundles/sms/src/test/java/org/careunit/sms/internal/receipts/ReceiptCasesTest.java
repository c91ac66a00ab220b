package org.careunit.sms.internal.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Receipts as gateways write them, and some of our own. */
class ReceiptCasesTest {

    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private static final LocalDateTime ARRIVAL = LocalDateTime.parse("2026-03-05T14:14");
    private static final Map<String, ReceiptIds> IDS = Map.of(
            "05-hex-resp-decimal-receipt", ReceiptIds.HEX_THEN_DECIMAL,
            "07-zero-padded", ReceiptIds.HEX_THEN_DECIMAL,
            "own-hex-receipt", ReceiptIds.DECIMAL_THEN_HEX,
            "own-64-bits", ReceiptIds.HEX_THEN_DECIMAL,
            "own-upper-case-hex", ReceiptIds.HEX_THEN_DECIMAL);
    private static final Map<String, String> FORMS = Map.of("27-vendor-form", "^(?<id>\\S+) (?<state>\\d)$");

    /** A receipt, and what is right about it. */
    record Case(List<String> receipt, List<String> expected) {

        String name() {
            return receipt.get(0);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Case> cases() throws IOException {
        Map<String, List<String>> expected = Stream.concat(
                        lines("smpp-receipts.expected.csv"), lines("own.expected.csv"))
                .map(line -> List.of(line.split(",", 8)))
                .collect(Collectors.toMap(columns -> columns.get(0), Function.identity(), (first, second) -> first));
        return Stream.concat(lines("smpp-receipts.txt"), lines("own.txt"))
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .map(columns -> new Case(columns, expected.get(columns.get(0))));
    }

    private static Stream<String> lines(String file) throws IOException {
        try (InputStream table = ReceiptCasesTest.class.getResourceAsStream(file)) {
            return new String(table.readAllBytes(), UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void receiptsAreRead(Case each) {
        ReceiptIds ids = IDS.getOrDefault(each.name(), ReceiptIds.SAME);
        ReceiptReader reader = new ReceiptReader(
                ids, Optional.ofNullable(FORMS.get(each.name())).map(Pattern::compile));
        DeliveredMessage message = new DeliveredMessage(
                (byte) Integer.parseInt(each.receipt().get(2), 16),
                DeliveredMessage.decode(bytes(each.receipt().get(3)), (byte) 0),
                Optional.of(each.receipt().get(4)).filter(id -> !id.isEmpty()),
                Optional.of(each.receipt().get(5))
                        .filter(state -> !state.isEmpty())
                        .map(Integer::valueOf));
        Optional<Receipt> read = message.isReceipt() ? reader.read(message, ARRIVAL) : Optional.empty();
        assertThat(part(read, ids, each.receipt().get(1)))
                .isEqualTo(Integer.parseInt(each.expected().get(2)));
        if (!each.expected().get(3).isEmpty()) {
            assertThat(read).hasValueSatisfying(receipt -> check(receipt, each.expected()));
        }
    }

    private static int part(Optional<Receipt> receipt, ReceiptIds ids, String responses) {
        List<String> known =
                Stream.of(responses.split("\\|")).map(ids::inResponse).toList();
        return receipt.stream()
                .flatMap(read -> read.ids().stream())
                .mapToInt(id -> known.indexOf(id) + 1)
                .filter(part -> part > 0)
                .findFirst()
                .orElse(0);
    }

    private static void check(Receipt receipt, List<String> expected) {
        assertThat(receipt.state()).hasToString(expected.get(3));
        assertThat(receipt.state().isFinal()).isEqualTo(expected.get(4).equals("yes"));
        if (receipt.state().isFinal()) {
            Optional<LocalDateTime> done =
                    Optional.of(expected.get(6)).filter(date -> !date.isEmpty()).map(LocalDateTime::parse);
            assertThat(receipt.done()).isEqualTo(done);
        }
    }

    private static byte[] bytes(String written) {
        return BYTE.matcher(written)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                .getBytes(ISO_8859_1);
    }
}
