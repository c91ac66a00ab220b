package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Rule;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsText;
import org.careunit.api.terms.TermsToAccept;
import org.junit.jupiter.api.Test;

/** Terms from draft to receipt. */
abstract class TermsChecks extends HostChecks {

    private Terms terms() {
        return service(Terms.class);
    }

    private TermsAcceptance acceptance() {
        return service(TermsAcceptance.class);
    }

    private long version() {
        return terms().draft(administrator, unit.id(), unit.type()).version();
    }

    private SavedTerms publish(TermsText text) {
        long draft = terms().saveDraft(administrator, unit.id(), unit.type(), text, version())
                .version();
        return terms().publish(administrator, unit.id(), unit.type(), draft);
    }

    private static TermsText text(String more) {
        return new TermsText(List.of(
                TermsPoint.of("vad", "Här kan du be oss kontakta dig."),
                TermsPoint.of("svar", "Vi svarar inom 3 arbetsdagar."),
                TermsPoint.of("akut", "Ring 112 om det är bråttom."),
                TermsPoint.of("mer", more)));
    }

    private TermsToAccept toAccept() {
        return acceptance().toAccept(RESIDENT, unit.id(), unit.type(), PSEUDONYM);
    }

    private Receipt accept() {
        return acceptance()
                .accept(RESIDENT, unit.id(), unit.type(), PSEUDONYM, toAccept().version());
    }

    @Test
    void aDraftIsReadByNobodyUntilItIsPublished() {
        publish(text("Före."));
        long draft = terms().saveDraft(administrator, unit.id(), unit.type(), text("Efter."), version())
                .version();
        assertThat(toAccept().shown().more()).containsExactly("Före.");
        terms().publish(administrator, unit.id(), unit.type(), draft);
        assertThat(toAccept().shown().more()).containsExactly("Efter.");
    }

    @Test
    void aReceiptProvesWhatWasAccepted() {
        publish(text("Det här gäller."));
        Receipt receipt = accept();
        assertThat(acceptance().verify(HOST, receipt).genuine()).isTrue();
        assertThat(acceptance().parse(acceptance().write(receipt))).isEqualTo(receipt);
        assertThat(receipt.text().points()).extracting(TermsPoint::text).contains("Det här gäller.");
        assertThat(receipt.toString() + acceptance().write(receipt)).doesNotContain(PSEUDONYM.value());
    }

    @Test
    void aReceiptThatWasChangedIsNotGenuine() {
        Receipt receipt = accept();
        List<Receipt> changed = List.of(
                receipt.withAcceptedAt(receipt.acceptedAt().plusSeconds(1)),
                receipt.withUnit(id("OTHER")),
                receipt.withType(new CaseTypeKey("boka-tid")),
                receipt.withText(text("Något annat.")),
                receipt.withKey("0".repeat(16)),
                receipt.withSignature("0".repeat(128)));
        assertThat(changed).allSatisfy(forged -> {
            assertThat(acceptance().verify(HOST, forged).genuine()).isFalse();
            assertThat(acceptance().verify(HOST, forged).why()).isPresent();
        });
    }

    @Test
    void outdatedWordsAreNotAcceptedAndTheCurrentOnesComeAlong() {
        publish(text("Gamla ord."));
        TermsToAccept read = toAccept();
        publish(text("Nya ord."));
        ConflictException conflict =
                conflict(() -> acceptance().accept(RESIDENT, unit.id(), unit.type(), PSEUDONYM, read.version()));
        TermsToAccept current = conflict.current(TermsToAccept.class).content();
        assertThat(current.shown().more()).containsExactly("Nya ord.");
        assertThat(acceptance()
                        .accept(RESIDENT, unit.id(), unit.type(), PSEUDONYM, current.version())
                        .version())
                .isEqualTo(current.version());
    }

    @Test
    void nobodyAcceptsForAnotherResident() {
        ResidentPseudonym other = new ResidentPseudonym("exempel-annan");
        refused("access.not-permitted", () -> acceptance().toAccept(RESIDENT, unit.id(), unit.type(), other));
    }

    @Test
    void aPlaceholderIsNotPublishedAndEachIsFound() {
        TermsText unfinished = text("Ring XX-kliniken på [telefon]. Vi svarar (fyll i).");
        assertThat(terms().check(administrator, unit.id(), unit.type(), unfinished))
                .filteredOn(found -> found.rule() == Rule.PLACEHOLDER)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(found -> assertThat(found.severity()).isEqualTo(Severity.ERROR));
        refused("terms.not-published", () -> publish(unfinished));
        publish(text("Färdigt."));
    }

    @Test
    void anErrorThatIsMeantIsPublished() {
        TermsText odd = text("Skriv [ja] i rutan.");
        terms().saveDraft(administrator, unit.id(), unit.type(), odd, version());
        TermsFinding error = terms().check(administrator, unit.id(), unit.type(), odd).stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        IntendedFinding meant = terms().markIntended(administrator, unit.id(), unit.type(), error);
        assertThat(terms().intended(administrator, unit.id(), unit.type())).contains(meant);
        terms().publish(administrator, unit.id(), unit.type(), version());
        publish(text("Utan hake."));
    }

    @Test
    void daysThatAreNotTheHandlingTimeAreFound() {
        TermsText promise = text("Du får svar inom 7 arbetsdagar.");
        assertThat(terms().check(administrator, unit.id(), unit.type(), promise))
                .extracting(TermsFinding::rule)
                .contains(Rule.PROMISED_DAYS);
    }

    @Test
    void aPreviewHasTheGuidesStructure() {
        TermsPreview shown = terms().preview(administrator, unit.id(), unit.type(), text("<b>Mer</b> & mer"));
        assertThat(shown.explanation()).isEqualTo("Här kan du be oss kontakta dig.");
        assertThat(shown.first()).hasSize(2);
        assertThat(shown.more()).containsExactly("<b>Mer</b> & mer");
        assertThat(shown.html()).contains("&lt;b&gt;Mer&lt;/b&gt; &amp; mer").doesNotContain("<b>Mer</b>");
    }

    @Test
    void versionsAreComparedAndRestored() {
        SavedTerms before = publish(text("Den ena."));
        SavedTerms after = publish(text("Den andra."));
        assertThat(terms().compare(administrator, unit.id(), unit.type(), before.version(), after.version()))
                .hasSize(1);
        terms().restore(administrator, unit.id(), unit.type(), before.version(), version());
        assertThat(toAccept().shown().more()).containsExactly("Den ena.");
        refused("terms.no-version", () -> terms().compare(
                        administrator, unit.id(), unit.type(), before.version(), 10_000));
    }

    @Test
    void aScheduledVersionHoldsWhenItsTimeComes() {
        publish(text("Nu."));
        long draft = terms().saveDraft(administrator, unit.id(), unit.type(), text("Sedan."), version())
                .version();
        refused("terms.past", () -> terms().schedule(
                        administrator, unit.id(), unit.type(), now().minusSeconds(1), draft));
        terms().schedule(administrator, unit.id(), unit.type(), now().plusSeconds(3600), draft);
        assertThat(toAccept().shown().more()).containsExactly("Nu.");
        careunit.advance(Duration.ofHours(1));
        assertThat(toAccept().shown().more()).containsExactly("Sedan.");
    }

    @Test
    void allThatIsWrongInATextIsToldAtOnce() {
        RefusedException refused = refused("value.terms-point-id", () -> terms().parse(
                        "{\"points\": [{\"id\": \"Fel Id\", \"text\": \"a\"}, {\"id\": \"b\", \"text\":"
                                + " \"\"}, {\"id\": \"c\", \"text\": 7, \"mer\": 1}]}"));
        assertThat(paths(refused)).anyMatch(path -> path.startsWith("/points/0"));
        assertThat(paths(refused)).anyMatch(path -> path.startsWith("/points/1"));
        assertThat(paths(refused)).contains("/points/2/text", "/points/2/mer");
    }

    @Test
    void aTypeThatIsNotActiveHasNoTermsToAccept() {
        CaseTypeKey inactive = new CaseTypeKey("boka-tid");
        assertThat(service(CaseTypeChoices.class).obstacles(administrator, unit.id(), inactive))
                .isNotEmpty();
        refused("terms.not-offered", () -> acceptance().toAccept(RESIDENT, unit.id(), inactive, PSEUDONYM));
        refused("terms.no-type-at-unit", () -> terms().effective(
                        administrator, unit.id(), new CaseTypeKey("finns-inte")));
    }

    @Test
    void aNewPointGetsAnIdAndKeepsIt() {
        TermsText parsed = terms().parse("{\"points\": [{\"text\": \"En ny punkt.\"}]}");
        Versioned<TermsDraft> saved = terms().saveDraft(administrator, unit.id(), unit.type(), parsed, version());
        assertThat(saved.content().text().map(TermsText::points).map(points -> points.get(0)
                        .id()))
                .isEqualTo(Optional.of(parsed.points().get(0).id()));
    }
}
