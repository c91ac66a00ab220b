package org.careunit.terms.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/** The check over texts made of words by chance. */
class CheckPropertiesTest {

    private static final CheckContext THREE = new CheckContext(
            OptionalInt.of(3),
            OptionalInt.empty(),
            OptionalInt.of(3),
            OptionalInt.of(3),
            List.of(24),
            CheckRules.DEFAULT);

    @Property
    void wordsAndRomanNumeralsAndXraysAreNoPlaceholders(@ForAll("innocent") List<String> words) {
        assertThat(errors(String.join(" ", words))).isEmpty();
    }

    @Property
    void aPlaceholderIsFoundWhereItStands(
            @ForAll("innocent") List<String> words,
            @ForAll("placeholder") String written,
            @ForAll @IntRange(max = 50) int where) {
        List<String> text = new ArrayList<>(words);
        int place = where % (text.size() + 1);
        text.add(place, written);
        String placeholder = written.replaceAll("[.…]", "");
        int start =
                String.join(" ", text.subList(0, place)).length() + (place == 0 ? 0 : 1) + written.indexOf(placeholder);
        assertThat(errors(String.join(" ", text))).singleElement().satisfies(finding -> assertThat(finding.range())
                .contains(new TermsFinding.Range("p", start, start + placeholder.length())));
    }

    @Property
    void everyNumberIsReadInFiguresAndInWords(@ForAll @IntRange(min = 1, max = 99) int number) {
        for (String written : List.of(String.valueOf(number), inWords(number))) {
            List<TermsFinding> found = found("Svar inom " + written + " arbetsdagar utlovas");
            assertThat(found).hasSize(number == 3 ? 0 : 1);
            assertThat(found).allSatisfy(finding -> assertThat(finding.text()).contains(number + " arbetsdag"));
            Amount week = Amount.in(Token.of(written + " veckor")).get(0);
            assertThat(week.workingDays()).isEqualTo(5 * number);
        }
    }

    @Property
    void anyTextIsCheckedAndEveryPlaceLiesInIt(@ForAll("anything") String text) {
        TermsPoint point = TermsPoint.of("p", "a" + text);
        assertThat(TermsCheck.findings(List.of(point), THREE))
                .allSatisfy(finding -> finding.range().ifPresent(place -> assertThat(place.end())
                        .isLessThanOrEqualTo(point.text().length())));
    }

    @Provide
    Arbitrary<List<String>> innocent() {
        Arbitrary<String> word = Arbitraries.of(
                "vi",
                "svarar",
                "på",
                "1177",
                "läkaren",
                "bedömer",
                "X-ray",
                "X-strålar",
                "röntgen",
                "Röntgenavdelningen",
                "kromosom",
                "X-kromosomen",
                "max",
                "Vaxholm",
                "sexton",
                "extra",
                "2",
                "mg");
        Arbitrary<String> roman = Arbitraries.integers()
                .between(1, 399)
                .filter(number -> number % 10 != 0)
                .map(CheckPropertiesTest::roman);
        return Arbitraries.oneOf(word, roman).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> placeholder() {
        return Arbitraries.of(
                "XX-kliniken",
                "XX-vårdcentralen",
                "X-mottagningen",
                "XXX.",
                "XXXX",
                "xxx",
                "[XX]",
                "XX…",
                "XX...",
                "…XX");
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("Xx0123456789 aåäöÅÄÖ-–.,:@{}()\n")
                .withCharRange('a', 'z')
                .ofMaxLength(200);
    }

    private static List<TermsFinding> found(String text) {
        return TermsCheck.findings(List.of(new TermsPoint("p", text)), THREE).stream()
                .filter(finding -> finding.range().isPresent())
                .toList();
    }

    private static List<TermsFinding> errors(String text) {
        return found(text).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static String inWords(int number) {
        String[] small = {
            "", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
            "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"
        };
        String[] tens = {"", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"};
        return number < 20 ? small[number] : tens[number / 10] + small[number % 10];
    }

    private static String roman(int number) {
        String[] hundreds = {"", "C", "CC", "CCC"};
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return hundreds[number / 100] + tens[number / 10 % 10] + ones[number % 10];
    }
}
