package org.careunit.mail.internal.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged and hostile mails: each is judged, in time that is bounded, and none of them breaks anything. */
class BounceHostileTextsTest {

    /** The profile {@code thorough} tries a million. */
    private static final int TRIES = Integer.getInteger("careunit.hostile.tries", 10_000);

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final List<String> SEEDS = List.of(
            "03-mailbox-full.eml",
            "07-exchange-swedish.eml",
            "09-exim-plain-text.eml",
            "11-folded-diagnostic.eml",
            "19-utf8-report.eml",
            "25-complaint.eml",
            "27-swedish-text-only.eml");
    private static final List<String> PIECES = List.of(
            "\n\n",
            "\r",
            "\0",
            "--=_b\n",
            "--=_b--\n",
            "@",
            "<",
            ">",
            "550 5.1.1 ",
            "Content-Type: multipart/mixed\n",
            "Content-Transfer-Encoding: base64\n",
            "Final-Recipient: rfc822;",
            "\\x{110000}",
            "+ZZ",
            "=",
            ";",
            "\"",
            " ",
            "å");

    private final CaseLedger ledger = new CaseLedger();
    private final BounceProcessor processor = new BounceProcessor(ledger, ledger);

    @Test
    void damagedMailsAreJudgedInBoundedTime() throws IOException {
        Random random = new Random(20261130);
        List<String> seeds = new ArrayList<>();
        for (String seed : SEEDS) {
            seeds.add(resource(seed));
        }
        for (int i = 0; i < TRIES; i++) {
            judge(damaged(seeds.get(random.nextInt(seeds.size())), random));
        }
    }

    private static String damaged(String seed, Random random) {
        StringBuilder mail = new StringBuilder(seed);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int from = random.nextInt(mail.length() + 1);
            int to = Math.min(mail.length(), from + random.nextInt(400));
            switch (random.nextInt(5)) {
                case 0 -> mail.delete(from, to);
                case 1 -> mail.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mail.insert(from, mail.substring(from, to).repeat(1 + random.nextInt(5)));
                case 3 -> mail.setLength(from);
                default -> mail.insert(from, (char) random.nextInt(256));
            }
        }
        return mail.toString();
    }

    @Test
    void hugeMailsAreJudgedInBoundedTime() {
        int size = 2 * BounceReader.MOST_BYTES;
        Map<String, String> huge = Map.of(
                "signs", "From: postmaster@a.example\nMessage-ID: <a@b>\n\n" + "@".repeat(size),
                "brackets", "From: postmaster@a.example\n\nMessage-ID: " + "<".repeat(size),
                "fields", "a:\n".repeat(size / 3),
                "headers apart", "From: postmaster@a.example\n\n" + "a: b\n\n".repeat(size / 6),
                "one line", "Subject: " + "x".repeat(size),
                "folds", "Subject: x\n" + " y\n".repeat(size / 3),
                "delimiters", "Content-Type: multipart/report; boundary=b\n\n" + "--b\n".repeat(size / 4),
                "almost delimiters", "Content-Type: multipart/report; boundary=b\n\n" + "--b x\n".repeat(size / 6),
                "groups", report("Action: failed\nStatus: 5.1.1\n\n".repeat(size / 32)),
                "digits", report("Action: failed\nDiagnostic-Code: " + "550 5.1.1 ".repeat(size / 10)));
        huge.forEach((name, mail) -> judge(mail));
    }

    @Test
    void partsNestedAThousandDeepAreSetAside() {
        StringBuilder mail = new StringBuilder("To: studs+01@region.example\n");
        for (int depth = 0; depth < 1_000; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append('\n');
        }
        assertThat(judge(mail.toString()).type()).isEqualTo(ReturnedMail.Type.BROKEN);
        String mails = "Content-Type: message/rfc822\n\n".repeat(1_000);
        assertThat(judge(mails).type()).isEqualTo(ReturnedMail.Type.BROKEN);
    }

    @Test
    void aReportInFrontOfFiftyMegabytesIsRead() {
        byte[] mail = new byte[50_000_000];
        byte[] begin = report("Final-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.1.1\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(begin, 0, mail, 0, begin.length);
        assertThat(BounceReader.read(mail).type()).isEqualTo(ReturnedMail.Type.REPORT);
    }

    private static String report(String status) {
        return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                + "Content-Type: message/delivery-status\n\n" + status;
    }

    private BounceResult judge(String mail) {
        long begin = System.nanoTime();
        BounceResult processed = processor.process(mail.getBytes(StandardCharsets.ISO_8859_1), "source");
        assertThat(System.nanoTime() - begin).isLessThan(LONGEST.toNanos());
        assertThat(processed.why()).isNotEmpty();
        return processed;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BounceHostileTextsTest.class.getResourceAsStream("cases/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
