package org.careunit.terms.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check finds in sentences as units write them, with three days of handling and reminder in primary care. */
class CheckExamplesTest {

    private static final CheckContext THREE = new CheckContext(
            OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(3), OptionalInt.of(3), List.of(24), rules(1));

    private static CheckRules rules(int fewest) {
        CheckRules usual = CheckRules.DEFAULT;
        return new CheckRules(
                OptionalInt.of(24), OptionalInt.of(72), usual.primaryCareTypes(), usual.outdatedNames(), fewest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vi svarar inom X arbetsdagar.                      | X",
                "Vi svarar inom x arbetsdagar.                      | x",
                "Välkommen till XX-kliniken!                        | XX-kliniken",
                "Välkommen till X-mottagningen.                     | X-mottagningen",
                "Ring 08-XXX XX XX om det är bråttom.               | XXX XX XX",
                "Kontakta xxx vid frågor.                           | xxx",
                "Vi har öppet till X.                               | X",
                "Läs mer på {sidan}.                                | {sidan}",
                "Gäller {unit.name} och {okänt}                     | {okänt}"
            })
    void aPlaceholderIsAnErrorAtItsPlace(String text, String placeholder) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(at(text, finding)).isEqualTo(placeholder);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vi tar emot ärenden av typ X.", "Vi finns i hus X.", "Tryck på X när du är klar."})
    void aSingleXElsewhereIsAWarning(String text) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.rule()).isEqualTo(TermsFinding.Rule.LONE_X);
            assertThat(at(text, finding)).isEqualTo("X");
        });
    }

    @Test
    void aFirstReplyIsHeldAgainstItsOwnPromise() {
        String text = "Du får ett första svar inom två arbetsdagar och ett slutligt svar inom tre arbetsdagar.";
        CheckContext other = new CheckContext(
                OptionalInt.of(3), OptionalInt.of(1), OptionalInt.of(3), OptionalInt.of(3), List.of(24), rules(1));
        assertThat(found(text)).isEmpty();
        assertThat(findings(text, other)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(TermsFinding.Rule.FIRST_REPLY);
            assertThat(at(text, finding)).isEqualTo("två arbetsdagar");
        });
    }

    @Test
    void cancelLimitsAreComparedOnlyWhereTheRegionHasSaidSome() {
        CheckContext unsaid = new CheckContext(
                OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(3), OptionalInt.of(3), List.of(), rules(1));
        assertThat(findings("Avboka senast 6 timmar före besöket.", unsaid)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-ray och röntgen görs på sjukhuset.",
                "Vi tar inte emot remiss för X-strålning eller röntgenundersökning.",
                "Karl XIV Johan och kapitel XI, XIX och XXI.",
                "Se kapitel X i hälso- och sjukvårdslagen.",
                "Brist på koagulationsfaktor X och kapitel IX–X.",
                "X-kromosomen och XX-kromosomer.",
                "Fragil X och fragilt X-syndrom utreds hos klinisk genetik.",
                "Trippel-X-syndrom och XX-syndrom.",
                "Brist på kollagen typ X.",
                "Ta 2 x 500 mg. Max fem tabletter.",
                "Maxxel och Vaxholm ligger inte i XXL.",
                "Vi svarar inom {handling.days} arbetsdagar. Hälsningar {unit.name}"
            })
    void whatOnlyLooksLikeAPlaceholderIsNone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Du får svar inom 5 arbetsdagar.                    | 5 arbetsdagar        | 5",
                "Du får svar inom fem handläggningsdagar.           | fem handläggningsdagar | 5",
                "Du får svar inom två till fyra vardagar.           | två till fyra vardagar | 4",
                "Du får svar inom 2–5 vardagar.                     | 2–5 vardagar         | 5",
                "Du får svar inom en vecka.                         | en vecka             | 5",
                "Du får svar inom 1,5 vecka.                        | 1,5 vecka            | 8",
                "Du får svar inom tjugoen arbetsdagar.              | tjugoen arbetsdagar  | 21",
                "Räkna med en veckas handläggning.                  | en veckas            | 5",
                "Räkna med en arbetsdags handläggning.              | en arbetsdags        | 1",
                "Du får svar inom 10 (tio) arbetsdagar.             | 10 (tio) arbetsdagar | 10",
                "Svar inom två veckor, vi avbokar den gamla tiden.  | två veckor           | 10"
            })
    void anotherPromiseThanTheHandlingTimeIsAWarning(String text, String place, int days) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(at(text, finding)).isEqualTo(place);
            assertThat(finding.text())
                    .contains(
                            days + (days == 1 ? " arbetsdag" : " arbetsdagar"), "handläggningstiden är 3 arbetsdagar");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Du får svar inom 3 arbetsdagar.",
                "Du får svar inom tre handläggningsdagar, oftast samma vardag.",
                "Du får svar inom en till tre vardagar.",
                "Ring oss vardagar kl. 8–16.",
                "Telefontid 8–16 vardagar.",
                "Vi har öppet 08.00–16.00 vardagar.",
                "Receptet kommer efter 48 timmar.",
                "Avboka senast 24 timmar före besöket.",
                "Om du inte avbokar minst tjugofyra timmar innan får du betala.",
                "Lämna återbud senast ett dygn innan."
            })
    void whatFitsIsNotFound(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void aPromiseWithoutAHandlingTimeIsAWarning() {
        CheckContext none = new CheckContext(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(3),
                List.of(24),
                rules(1));
        assertThat(findings("Svar inom tre arbetsdagar, {handling.days}.", none))
                .extracting(TermsFinding::severity)
                .containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vi svarar inom tre dagar.",
                "Vi svarar inom 3 dygn.",
                "Inom en dag hör vi av oss.",
                "Räkna med en dags väntan."
            })
    void daysOfWhichNobodyKnowsTheKindAreAWarning(String text) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.suggestion()).isEqualTo("Skriv arbetsdagar");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vi svarar inom några dagar.             | några dagar",
                "Svaret tar ett par dagar.               | ett par dagar",
                "Vi hör av oss efter några få dagar.     | några få dagar",
                "Svaret kan dröja någon dag.             | någon dag"
            })
    void daysThatNobodyHasCountedAreAWarning(String text, String place) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(at(text, finding)).isEqualTo(place);
            assertThat(finding.suggestion()).isEqualTo("Skriv hur många arbetsdagar");
        });
    }

    @Test
    void forHowLongSomebodyHasBeenIllIsNoPromise() {
        assertThat(found("Ring oss om du har haft feber i några dagar, eller mer än ett par dagar."))
                .isEmpty();
    }

    @Test
    void aReminderAfterThePromiseIsWorseThanOneBefore() {
        CheckContext late = new CheckContext(
                OptionalInt.of(1), OptionalInt.empty(), OptionalInt.of(3), OptionalInt.of(5), List.of(24), rules(1));
        CheckContext early = new CheckContext(
                OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(5), OptionalInt.of(3), List.of(24), rules(1));
        CheckContext right = new CheckContext(
                OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(5), OptionalInt.of(5), List.of(24), rules(1));
        assertThat(findings("Hej", late)).extracting(TermsFinding::severity).containsExactly(Severity.WARNING);
        assertThat(findings("Hej", early)).extracting(TermsFinding::severity).containsExactly(Severity.NOTE);
        assertThat(findings("Hej", right)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Logga in på Mina vårdkontakter.           | Mina vårdkontakter          | 1177",
                "Se 1177 Vårdguiden.                       | 1177 Vårdguiden             | 1177",
                "Använd 1177 Vårdguidens e-tjänster.       | 1177 Vårdguidens e-tjänster | 1177 e-tjänster",
                "Ring vårdguiden på telefon.               | vårdguiden                  | 1177",
                "Logga in på MVK.                          | MVK                         | 1177",
                "Läs mer på www.vardguiden.se.             | vardguiden.se               | 1177.se"
            })
    void namesThatWereGivenUpAreWarnedOf(String text, String name, String instead) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(at(text, finding)).isEqualTo(name);
            assertThat(finding.suggestion()).isEqualTo("Skriv " + instead);
        });
    }

    @Test
    void todaysNamesAreRight() {
        assertThat(found("Logga in på 1177.se, ring 1177 eller använd 1177 e-tjänster."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vårdnadshavare kan vara ombud för barn under 15 år.     | 15 år",
                "Som ombud kan du skriva för barn som är yngre än tolv år. | tolv år",
                "Är du ombud för en 16-åring skriver du här.             | 16-åring"
            })
    void anotherAgeThanThirteenForProxiesIsAWarning(String text, String age) {
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(at(text, finding)).isEqualTo(age);
            assertThat(finding.suggestion()).isEqualTo("Skriv 13 år");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vårdnadshavare kan vara ombud för barn under 13 år.",
                "Ombud: barn som inte har fyllt tretton år.",
                "Som vårdnadshavare gör du ärenden för barn 0–12 år.",
                "Ombud finns till och med 12 år.",
                "Vaccination ges från 65 år."
            })
    void otherAgesAreRight(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theCancelLimitFollowsTheCareLevel() {
        String text = "Avboka senast 24 timmar före besöket.";
        CheckContext specialist = new CheckContext(
                OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(3), OptionalInt.of(3), List.of(72), rules(1));
        CheckContext unknown = new CheckContext(
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.of(3),
                OptionalInt.of(3),
                List.of(24, 72),
                rules(1));
        assertThat(findings(text, specialist)).singleElement().satisfies(finding -> {
            assertThat(at(text, finding)).isEqualTo("24 timmar");
            assertThat(finding.suggestion()).isEqualTo("Skriv 72 timmar");
        });
        assertThat(findings(text, unknown)).isEmpty();
        assertThat(findings("Lämna återbud senast tre dagar innan.", unknown)).isEmpty();
        assertThat(findings("Lämna återbud senast två dagar innan.", unknown)).hasSize(1);
    }

    @Test
    void addressesThatAreNotProtectedAreWarnedOf() {
        assertThat(found("Skriv till info@xn.example.org eller http://example.org/sida."))
                .hasSize(2);
        assertThat(found("Läs mer på https://www.1177.se/.")).isEmpty();
    }

    @Test
    void tooFewPointsAreAWarningOfTheWhole() {
        CheckContext usual = new CheckContext(
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.of(3),
                OptionalInt.of(3),
                List.of(24),
                CheckRules.DEFAULT);
        assertThat(findings("Bara en punkt", usual)).singleElement().satisfies(finding -> {
            assertThat(finding.range()).isEmpty();
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text()).contains("1 punkt");
        });
        assertThat(TermsCheck.findings(points("Ett", "Två", "Tre"), usual)).isEmpty();
    }

    @Test
    void findingsComeInTheOrderOfTheText() {
        List<TermsFinding> found = TermsCheck.findings(
                points("Skriv till a@b.example.org om X.", "Mina vårdkontakter svarar på X dagar eller 4 dagar."),
                THREE);
        assertThat(found)
                .extracting(finding -> finding.range().orElseThrow().point())
                .containsExactly("p1", "p1", "p2", "p2", "p2");
        assertThat(found.subList(2, 5))
                .isSortedAccordingTo((one, other) -> Integer.compare(
                        one.range().orElseThrow().start(),
                        other.range().orElseThrow().start()));
    }

    private static List<TermsFinding> found(String text) {
        return findings(text, THREE);
    }

    private static List<TermsFinding> findings(String text, CheckContext expected) {
        return TermsCheck.findings(points(text), expected);
    }

    private static String at(String text, TermsFinding finding) {
        TermsFinding.Range place = finding.range().orElseThrow();
        return text.substring(place.start(), place.end());
    }

    private static List<TermsPoint> points(String... texts) {
        List<String> given = Arrays.asList(texts);
        return IntStream.range(0, given.size())
                .mapToObj(place -> new TermsPoint("p" + (place + 1), given.get(place)))
                .toList();
    }
}
