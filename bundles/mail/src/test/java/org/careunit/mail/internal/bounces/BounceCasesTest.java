package org.careunit.mail.internal.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.careunit.api.gateways.DeliveryReports.Result;
import org.careunit.mail.internal.bounces.BounceResult.Disposal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mails with right answers, each judged against the same list of what was sent. */
class BounceCasesTest {

    private final CaseLedger ledger = ledger();
    private final BounceProcessor processor = new BounceProcessor(ledger, ledger);

    private record Expected(
            String file, boolean isBounce, String kind, String status, String matchedBy, String suppressed) {
        static Expected of(String line) {
            List<String> cells = List.of(line.split(",", 9));
            String suppressed = cells.get(5).equals("yes") ? cells.get(6) : "";
            return new Expected(
                    cells.get(0), cells.get(1).equals("yes"), cells.get(2), cells.get(3), cells.get(7), suppressed);
        }
    }

    private static CaseLedger ledger() {
        CaseLedger ledger = new CaseLedger();
        lines("ledger.csv").forEach(line -> {
            String[] cells = line.split(",");
            ledger.sent(cells[0], cells[1], cells[2]);
        });
        return ledger;
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsJudgedRight() {
        return lines("expected.csv").stream()
                .map(Expected::of)
                .map(expected -> DynamicTest.dynamicTest(expected.file(), () -> check(expected)));
    }

    private void check(Expected expected) {
        BounceResult processed = processor.process(mail(expected.file()), expected.file());
        assertThat(processed.by().word()).as("matched by").isEqualTo(expected.matchedBy());
        assertThat(suppressed(processed)).as("suppressed").isEqualTo(expected.suppressed());
        if (expected.matchedBy().equals("conflict")) {
            assertThat(processed.disposal()).isEqualTo(Disposal.SET_ASIDE);
        } else if (expected.kind().equals("none")) {
            assertThat(processed.reported()).isEmpty();
            assertThat(processed.type())
                    .isIn(
                            ReturnedMail.Type.ABSENT,
                            ReturnedMail.Type.READ_RECEIPT,
                            ReturnedMail.Type.FORWARDED,
                            ReturnedMail.Type.NO_REPORT,
                            ReturnedMail.Type.BROKEN);
        } else {
            assertThat(processed.kind()).as("kind").isEqualTo(expected.kind());
            assertThat(processed.reported().map(one -> one.outcome().status()).orElse(""))
                    .as("status")
                    .isEqualTo(expected.status());
        }
        boolean isFailure = processed
                .reported()
                .filter(one -> one.outcome().kind().isFailure())
                .isPresent();
        assertThat(isFailure || processed.isConflict()).as("bounce").isEqualTo(expected.isBounce());
    }

    private String suppressed(BounceResult processed) {
        return processed
                        .result()
                        .filter(result -> result == Result.APPLIED_AND_SUPPRESSED)
                        .isPresent()
                ? ledger.recipient(processed.message().orElseThrow())
                : "";
    }

    /** A mail; ours stand in one file, each behind a line with its name. */
    private static byte[] mail(String name) {
        if (!name.startsWith("own-")) {
            return resource(name);
        }
        String all = new String(resource("own.mbox"), StandardCharsets.UTF_8);
        String begin = "From " + name + "\n";
        int from = all.indexOf(begin) + begin.length();
        assertThat(from).as(name).isGreaterThanOrEqualTo(begin.length());
        int to = all.indexOf("\nFrom own-", from);
        String mail = to < 0 ? all.substring(from) : all.substring(from, to);
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(String name) {
        return new String(resource(name), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(BounceCasesTest.class.getResourceAsStream("cases/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
