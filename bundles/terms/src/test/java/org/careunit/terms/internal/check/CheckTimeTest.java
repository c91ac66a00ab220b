package org.careunit.terms.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the check takes over texts that are made to be slow, and how much it finds in them. */
class CheckTimeTest {

    private static final int POINTS = 50;

    /** Of the processor's time, so that a loaded machine changes little; a slow one has four times what is promised. */
    private static final Duration BOUND = Duration.ofSeconds(4);

    private static final CheckContext EXPECTED = new CheckContext(
            OptionalInt.of(3),
            OptionalInt.of(1),
            OptionalInt.of(3),
            OptionalInt.of(3),
            List.of(24, 72),
            CheckRules.DEFAULT);

    private static final List<String> PIECES = List.of(
            "X",
            "XX",
            "x",
            "§",
            " ",
            "  ",
            "1",
            "h",
            "1 h ",
            "tre",
            "arbetsdagar",
            "dagar",
            "år",
            "13",
            "-",
            "–",
            ".",
            "...",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "{",
            "}",
            "_",
            "___",
            "@",
            "[at]",
            "http://",
            "www.",
            "vi svarar",
            "inom",
            "senast",
            "innan",
            "avboka",
            "ombud",
            "barn",
            "fyllt",
            "1177",
            "Vårdguiden",
            "Mina vårdkontakter",
            "svar",
            "får du",
            "hör",
            "av oss",
            "inte",
            "i",
            "N.N.",
            "kl. ",
            "samma dag",
            "några",
            "ett par",
            "första svar",
            "\n",
            "\u00a0",
            "🙂",
            "Å",
            "IX",
            "storlek ",
            "kapitel ",
            ",",
            ";",
            ":",
            "\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X",
                "§ X ",
                "§                                                      X",
                "1 h ",
                "1 dag ",
                "Vi svarar om 1 dag ",
                "vi svarar i 1 dag ",
                "apotek vi svarar inom 3 arbetsdagar ",
                "avboka 1 h före ",
                "a@",
                "a",
                "a.",
                "[at]a.",
                "[a",
                "<a ",
                "{a",
                "(fyll i ",
                "_",
                ".",
                "http://",
                "www.X ",
                "XX ",
                "X-",
                "XX-a",
                "0XX-",
                "1177 ",
                "1177 -",
                "Mina ",
                "ombud 15 år ",
                "vårdnadshavare läser ",
                "föräld",
                "fyllt tre ",
                "får svar ",
                "får ",
                "du svara ",
                "hör av ",
                "tre till ",
                "1 (1) ",
                "- – ",
                "första svar ",
                "N. N",
                "IVX, ",
                "🙂",
                "\u00a0X"
            })
    void fiftyPointsOfOneKindTakeASecondTogether(String piece) {
        List<TermsPoint> points = IntStream.range(0, POINTS)
                .mapToObj(at -> TermsPoint.of("p" + at, filled(piece)))
                .toList();
        assertBounded(points);
    }

    @Test
    void fiftyPointsOfAnythingTakeASecondTogether() {
        Random random = new Random(7);
        for (int round = 0; round < 4; round++) {
            List<TermsPoint> points = IntStream.range(0, POINTS)
                    .mapToObj(at -> TermsPoint.of("p" + at, anything(random)))
                    .toList();
            assertBounded(points);
        }
    }

    @Test
    void aPointListsABoundedNumberOfFindingsErrorsFirst() {
        TermsPoint point = TermsPoint.of("p", "Vi svarar inom 5 dagar. ".repeat(100) + "XX.");
        List<TermsFinding> found = TermsCheck.findings(List.of(point), EXPECTED).stream()
                .filter(finding -> finding.range().isPresent())
                .toList();
        assertThat(found).hasSize(TermsCheck.MOST + 1);
        assertThat(found)
                .extracting(TermsFinding::rule)
                .contains(TermsFinding.Rule.PLACEHOLDER, TermsFinding.Rule.MORE);
    }

    private static void assertBounded(List<TermsPoint> points) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        List<TermsFinding> found = TermsCheck.findings(points, EXPECTED);
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        assertThat(taken).isLessThan(BOUND);
        assertThat(found).hasSizeLessThanOrEqualTo(POINTS * (TermsCheck.MOST + 1) + 2);
    }

    private static String filled(String piece) {
        return "a" + piece.repeat(TermsPoint.LONGEST / piece.length() + 1).substring(0, TermsPoint.LONGEST - 2) + "a";
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder("a");
        while (text.length() < TermsPoint.LONGEST - 40) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.append('a').toString();
    }
}
