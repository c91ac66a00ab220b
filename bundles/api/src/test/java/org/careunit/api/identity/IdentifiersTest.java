package org.careunit.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.events.EventId;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;

/** What identifiers take, what they refuse, and that no refusal repeats a number that could be somebody's. */
class IdentifiersTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    /**
     * Everything that is read from a text; what is written in lower or upper case alone has a reader that changes it.
     */
    private static final Map<String, Function<String, Object>> READERS = Map.of(
            "HSA-id", HsaId::of,
            "HSA-id of staff", StaffId::of,
            "county", CountyCode::of,
            "municipality", MunicipalityCode::of,
            "case type", CaseTypeKey::of,
            "case", id -> new CaseRef(UNIT, id),
            "event", EventId::new,
            "telephone number", TelephoneNumber::new,
            "e-mail address", EmailAddress::of,
            "personal identity number", PersonNumber::new);

    /** All counties there are, from the source, not from the code. */
    private static final Set<Integer> COUNTIES =
            Set.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 17, 18, 19, 20, 21, 22, 23, 24, 25);

    @Property(tries = 300)
    void anHsaIdIsReadAsPeoplePasteIt(@ForAll("hsaIds") String written, @ForAll("blanks") String blanks) {
        assertThat(HsaId.of(blanks + written.toLowerCase(Locale.ROOT) + blanks).value())
                .isEqualTo(written);
        assertThat(HsaId.of(written)).isEqualTo(new HsaId(written)).hasToString(written);
    }

    @Property(tries = 300)
    void anHsaIdWithOneWrongCharacterIsRefused(
            @ForAll("hsaIds") String written, @ForAll @IntRange(min = 0, max = 31) int place) {
        String wrong = new StringBuilder(written)
                .insert(Math.min(place, written.length()), "_")
                .toString();
        assertRefused(() -> HsaId.of(wrong));
        assertRefused(() -> HsaId.of(written.substring(0, 13)));
        assertRefused(() -> HsaId.of(written.substring(0, 13) + "A".repeat(19)));
        assertRefused(() -> HsaId.of(written.replace("-", "")));
        assertRefused(() -> HsaId.of("NO" + written.substring(2)));
    }

    @Test
    void thereAreTwentyOneCounties() {
        for (int number = 0; number < 100; number++) {
            String code = String.format(Locale.ROOT, "%02d", number);
            if (COUNTIES.contains(number)) {
                assertThat(CountyCode.of(" " + code + "\t").value()).isEqualTo(code);
                assertThat(MunicipalityCode.of(code + "80").county()).isEqualTo(new CountyCode(code));
            } else {
                assertRefused(() -> CountyCode.of(code));
                assertRefused(() -> MunicipalityCode.of(code + "80"));
            }
        }
        List.of("", "1", "001", "O1", "٠١").forEach(wrong -> assertRefused(() -> CountyCode.of(wrong)));
        List.of("", "180", "01800", "01-80", "018O").forEach(wrong -> assertRefused(() -> MunicipalityCode.of(wrong)));
    }

    @Property(tries = 500)
    void aCaseTypeIsSmallLettersDigitsAndHyphensWithin(@ForAll("keys") String written) {
        boolean right = written.length() >= 1
                && written.length() <= 40
                && written.chars().allMatch(one -> "abcdefghijklmnopqrstuvwxyz0123456789-".indexOf(one) >= 0)
                && !written.startsWith("-")
                && !written.endsWith("-");
        if (right) {
            assertThat(CaseTypeKey.of(" " + written + " ").value()).isEqualTo(written);
            assertThat(CaseTypeKey.of(written).isLocal()).isEqualTo(written.indexOf("local-") == 0);
        } else {
            assertRefused(() -> new CaseTypeKey(written));
        }
    }

    @Property(tries = 300)
    void aCaseIdHasNoBlanksAndAnEnd(@ForAll("caseIds") String written) {
        assertThat(new CaseRef(UNIT, written)).hasToString(UNIT + "/" + written);
        assertThat(new EventId(written)).hasToString(written);
        for (String wrong : List.of("", written + " ", written + "\n", written + "å", written + "/", "x".repeat(101))) {
            assertRefused(() -> new CaseRef(UNIT, wrong));
            assertRefused(() -> new EventId(wrong));
        }
    }

    @Property(tries = 300)
    void aTelephoneNumberHasItsCountryAndPrintsItselfMasked(@ForAll("telephones") String written) {
        TelephoneNumber number = new TelephoneNumber(written);
        assertThat(number.e164()).isEqualTo(written);
        assertThat(number.toString()).contains("***").doesNotContain(written.substring(3, written.length() - 2));
        for (String wrong : List.of(
                written.substring(1), "+0" + written.substring(1, 9), written + "0000000000", written + " ", "+46-8")) {
            assertRefused(() -> new TelephoneNumber(wrong));
        }
    }

    /** Whoever pastes into the wrong field must not find the number in a log. */
    @Property(tries = 500)
    void noRefusalRepeatsANumber(@ForAll("personNumbers") String number, @ForAll("around") String around) {
        String digits = number.replaceAll("[^0-9]", "");
        READERS.forEach((what, reader) -> {
            Throwable told = catchThrowable(
                    () -> assertThat(reader.apply(around + number + around)).isNotNull());
            for (; told != null; told = told.getCause()) {
                assertThat(told.getMessage().replaceAll("[^0-9]", ""))
                        .as("%s: %s", what, told.getMessage())
                        .doesNotContain(digits.substring(2, 8))
                        .doesNotContain(digits.substring(digits.length() - 6));
            }
        });
    }

    @Test
    void whatCannotBeANumberIsRepeatedSoThatItIsFound() {
        assertThatThrownBy(() -> HsaId.of("unit1")).hasMessageStartingWith("'UNIT1' is not an HSA-id: write SE");
        assertThatThrownBy(() -> CaseTypeKey.of("Förnya recept")).hasMessageStartingWith("'Förnyarecept' is not");
        assertThatThrownBy(() -> CaseTypeKey.of("å".repeat(50))).hasMessageStartingWith("'" + "å".repeat(40) + "…'");
        assertThatThrownBy(() -> CountyCode.of("189001189811"))
                .hasMessageStartingWith("What was given (12 characters)");
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(RefusedException.class).hasMessageMatching("(?s).+(write|has) .+");
    }

    @Provide
    Arbitrary<String> hsaIds() {
        return Combinators.combine(
                        digits(10),
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .numeric()
                                .ofMinLength(1)
                                .ofMaxLength(18))
                .as((owner, own) -> "SE" + owner + "-" + own);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.strings().withChars(" \t\n\u2003").ofMaxLength(3);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("az09-").ofMaxLength(42),
                Arbitraries.strings().withChars("az09-_Aå ").ofMaxLength(6),
                Arbitraries.of("local-a", "local-", "a-local-b"));
    }

    @Provide
    Arbitrary<String> caseIds() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("._:-")
                .ofMinLength(1)
                .ofMaxLength(100);
    }

    @Provide
    Arbitrary<String> telephones() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(9)
                .ofMaxLength(14)
                .map(rest -> "+4" + rest.substring(1) + "7");
    }

    /** False ones, as people write them, of digits that stand in no example of a message. */
    @Provide
    Arbitrary<String> personNumbers() {
        return Combinators.combine(
                        Arbitraries.of("", "18"), strange(6), Arbitraries.of("-", "+", "", " ", "‑"), strange(4))
                .as((century, day, sign, last) -> century + day + sign + last);
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.of("", " ", "nr ", "SE", "'", "<", "å");
    }

    private static Arbitrary<String> strange(int many) {
        return Arbitraries.strings().withChars("039").ofLength(many);
    }

    private static Arbitrary<String> digits(int many) {
        return Arbitraries.strings().numeric().ofLength(many);
    }
}
