package org.careunit.terms.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.check.CheckContext;
import org.careunit.terms.internal.check.TermsCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that ship: one for each type of the default set, with placeholders, and nothing else to find. */
class ShippedTermsTest {

    private static final ShippedTerms SHIPPED = new ShippedTerms(new RecordJson());

    @Test
    void thereIsATextForEveryTypeOfTheDefaultSet() {
        assertThat(SHIPPED.types())
                .extracting(CaseTypeKey::value)
                .containsExactlyInAnyOrder(
                        "boka-tid",
                        "avboka-eller-omboka-tid",
                        "fornya-recept",
                        "kontakta-mig",
                        "skicka-meddelande",
                        "egen-vardbegaran",
                        "fraga-om-min-remiss",
                        "begar-intyg",
                        "bestall-journalkopia",
                        "forlang-sjukskrivning",
                        "fornya-hjalpmedel",
                        "radgivning",
                        "synpunkter-och-klagomal");
    }

    @ParameterizedTest
    @MethodSource("types")
    void placeholdersAreAllThatIsLeftToMend(CaseTypeKey type) {
        List<TermsPoint> points = SHIPPED.of(type);
        assertThat(points).hasSizeGreaterThan(3);
        assertThat(findings(points)).isNotEmpty().allSatisfy(found -> assertThat(found.severity())
                .isEqualTo(Severity.ERROR));
        List<TermsPoint> adapted =
                points.stream().map(ShippedTermsTest::adapted).toList();
        assertThat(findings(adapted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boka-tid",
                "fornya-recept",
                "kontakta-mig",
                "skicka-meddelande",
                "egen-vardbegaran",
                "fraga-om-min-remiss",
                "forlang-sjukskrivning",
                "radgivning"
            })
    void whereSomebodyTellsHowTheyFeelTheFirstThreePointsSayWhereToCall(String type) {
        String first = SHIPPED.of(new CaseTypeKey(type)).subList(0, 3).stream()
                .map(TermsPoint::text)
                .collect(Collectors.joining(" "));
        assertThat(first).contains("1177", "112");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTextSaysThatTheLoginIsPersonal(CaseTypeKey type) {
        assertThat(SHIPPED.of(type))
                .anySatisfy(point -> assertThat(point.text()).contains("Inloggningen är personlig"));
    }

    @Test
    void whatDiffersBetweenUnitsCarriesAPlaceholder() {
        assertThat(text("kontakta-mig", "telefon")).contains("XX (dolt nummer");
        assertThat(text("fornya-recept", "undantag")).contains("förnyar vi inte här: XX");
        assertThat(text("bestall-journalkopia", "avgift")).startsWith("Den första kopian är gratis.");
        assertThat(text("synpunkter-och-klagomal", "namnd")).matches(".*patientnämnden\\. .*IVO.*");
    }

    private static String text(String type, String point) {
        return SHIPPED.of(new CaseTypeKey(type)).stream()
                .filter(one -> one.id().equals(point))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static TermsPoint adapted(TermsPoint point) {
        return new TermsPoint(
                point.id(),
                point.text()
                        .replace("X arbetsdagar", "3 arbetsdagar")
                        .replace("X timmar", "24 timmar")
                        .replaceAll("XXX-XXX XX XX", "08-123 45 67")
                        .replace("XX-kliniken", "Provkliniken")
                        .replace("X kronor", "300 kronor")
                        .replaceAll("\\bXX\\b", "det som gäller"));
    }

    private static List<TermsFinding> findings(List<TermsPoint> points) {
        return TermsCheck.findings(
                points,
                new CheckContext(
                        OptionalInt.of(3),
                        OptionalInt.empty(),
                        OptionalInt.of(3),
                        OptionalInt.of(3),
                        List.of(24),
                        CheckRules.DEFAULT));
    }

    static Stream<CaseTypeKey> types() {
        return SHIPPED.types().stream().sorted();
    }
}
