package org.careunit.access.internal.colleagues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The numbers here are of the 1890s and 1920s, or made up by the rules: nobody is meant. */
class PersonNumbersTest {

    private static final PersonNumbers NUMBERS =
            new PersonNumbers(Clock.fixed(Instant.parse("2026-11-23T23:30:00Z"), ZoneOffset.UTC));

    @Property
    void everyWayToWriteANumberIsTheSameNumber(@ForAll("valid") String twelve) {
        boolean hundred = Integer.parseInt(twelve.substring(0, 4)) <= 1926;
        String sign = hundred ? "+" : "-";
        String ten = twelve.substring(2, 8) + sign + twelve.substring(8);
        List<String> written = List.of(
                twelve,
                twelve.substring(0, 8) + sign + twelve.substring(8),
                " " + twelve + "\t",
                ten,
                "  " + ten + " ");
        assertThat(written)
                .allSatisfy(one -> assertThat(NUMBERS.read(one).value()).isEqualTo(twelve));
        if (!hundred) {
            assertThat(NUMBERS.read(ten.replace("-", "")).value()).isEqualTo(twelve);
        }
    }

    @Property
    void aChangedDigitIsRefusedAndNotRepeated(
            @ForAll("valid") String twelve,
            @ForAll @IntRange(min = 2, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char digit = (char) ('0' + (twelve.charAt(place) - '0' + by) % 10);
        String wrong = twelve.substring(0, place) + digit + twelve.substring(place + 1);
        assertThatThrownBy(() -> NUMBERS.read(wrong))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining(wrong.substring(2, 8))
                .hasMessageNotContaining(wrong.substring(8));
    }

    /** A date from 1850 to 2009, of a person or with 60 added to the day, and the check digit by the Luhn rule. */
    @Provide
    Arbitrary<String> valid() {
        Arbitrary<LocalDate> born = Arbitraries.longs()
                .between(
                        LocalDate.of(1927, 1, 1).toEpochDay(),
                        LocalDate.of(2009, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalDate> old = Arbitraries.longs()
                .between(
                        LocalDate.of(1850, 1, 1).toEpochDay(),
                        LocalDate.of(1926, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(
                        Arbitraries.oneOf(born, old),
                        Arbitraries.of(0, 60),
                        Arbitraries.integers().between(1, 999))
                .as((day, plus, serial) -> withCheckDigit(String.format(
                        "%04d%02d%02d%03d", day.getYear(), day.getMonthValue(), day.getDayOfMonth() + plus, serial)));
    }

    private static String withCheckDigit(String eleven) {
        int sum = 0;
        for (int place = 2; place < 11; place++) {
            int product = (eleven.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return eleven + (10 - sum % 10) % 10;
    }

    @Test
    void whatIsNoDateIsRefused() {
        List.of("189002300010", "189013010010", "189006310010", "189000000010")
                .forEach(twelve -> assertRefused(withCheckDigit(twelve.substring(0, 11))));
        assertRefused(withCheckDigit("20261125001"));
        assertThat(NUMBERS.read(withCheckDigit("20261124001"))).hasToString("(personal identity number)");
    }

    @Test
    void aCoordinationNumberMayLackItsBirthday() {
        for (String day : List.of("19150088", "19150560", "19150060", "20031260", "19000091")) {
            String twelve = withCheckDigit(day + "239");
            assertThat(NUMBERS.read(twelve).value()).isEqualTo(twelve);
        }
        assertThat(NUMBERS.read("191500882392").value()).isEqualTo("191500882392");
        for (String noCoordination : List.of("19150028", "19150500", "19151360", "19150092", "19150293")) {
            assertRefused(withCheckDigit(noCoordination + "239"));
        }
    }

    @Test
    void nobodyIsBornBefore1850() {
        assertRefused(withCheckDigit("18491231001"));
        assertThat(NUMBERS.read(withCheckDigit("18500101001"))).isNotNull();
    }

    @Test
    void whatWasPastedMayHaveAnyBlankAndDash() {
        String twelve = withCheckDigit("19121212121");
        List.of(
                        "\u00A0" + twelve + "\u2003",
                        twelve.substring(0, 8) + "\u2013" + twelve.substring(8),
                        twelve.substring(0, 8) + " \u2212 " + twelve.substring(8),
                        "\uFEFF" + twelve,
                        "1912\u200B" + twelve.substring(4))
                .forEach(pasted -> assertThat(NUMBERS.read(pasted).value()).isEqualTo(twelve));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pasted.tsv", delimiter = '\t', ignoreLeadingAndTrailingWhitespace = false)
    void whatIsPastedIsReadWithoutWhatNobodySeesOrRefused(String kind, String pasted, String right) {
        Callable<String> read =
                switch (kind) {
                    case "hsa-id" -> () -> HsaId.of(pasted).value();
                    case "mail" -> () -> EmailAddress.of(pasted).value();
                    case "number" -> () -> NUMBERS.read(pasted).value();
                    default -> throw new IllegalArgumentException(kind);
                };
        if (right.equals("-")) {
            assertThatThrownBy(read::call).isInstanceOf(RefusedException.class);
        } else {
            assertThatCode(() -> assertThat(read.call()).isEqualTo(right)).doesNotThrowAnyException();
        }
    }

    @Test
    void whatHasAnotherFormIsRefused() {
        List.of("", "1890", "18900101 0000", "18900101--0000", "1890-01-01-0000", "åäö", "١٨٩٠٠١٠١٠٠٠٠")
                .forEach(PersonNumbersTest::assertRefused);
    }

    private static void assertRefused(String pasted) {
        assertThatThrownBy(() -> NUMBERS.read(pasted)).isInstanceOf(RefusedException.class);
    }
}
