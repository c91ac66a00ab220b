package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.Scope;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.Test;

/** The check of terms, its rules, and findings that are meant, on every database. */
abstract class TermsCheckContract extends TermsFixture {

    @Test
    void whatIsMeantIsPublishedAndOfferedUntilTheWordsAroundItChange() {
        saveDraft("Hos {unit.name} väntar du X timmar.", 0);
        TermsFinding error = onlyError();
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 1)).hasMessageContaining("Platshållaren X är kvar");
        IntendedFinding intended = terms.markIntended(ANNA, UNIT, BOOK, error);
        assertThat(intended)
                .isEqualTo(new IntendedFinding(
                        TermsFinding.Rule.PLACEHOLDER,
                        "a",
                        "X",
                        "Hos {unit.name} väntar du X timmar.",
                        "operator:anna",
                        clock.instant()));
        assertThat(terms.markIntended(BO, UNIT, BOOK, error)).isEqualTo(intended);
        assertThat(terms.intended(ANNA, UNIT, BOOK)).containsExactly(intended);
        assertThat(draftFindings()).anySatisfy(finding -> {
            assertThat(finding.intended()).contains(intended);
            assertThat(finding.severity()).isEqualTo(TermsFinding.Severity.NOTE);
        });
        assertThat(store.audit().newest(UNIT, 1)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("terms.intended");
            assertThat(row.actor()).isEqualTo("operator:anna");
        });
        terms.publish(ANNA, UNIT, BOOK, 1);
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).isEmpty();
        assertThat(states.errors(ANNA, UNIT, Set.of(BOOK)).get(BOOK)).isEmpty();
        saveDraft("Hos {unit.name} väntar du nu X timmar.", 2);
        assertThat(onlyError().intended()).isEmpty();
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 3)).isInstanceOf(RefusedException.class);
        saveDraft("Hos  {unit.name} väntar du  X timmar.", 3);
        assertThat(terms.publish(ANNA, UNIT, BOOK, 4).version()).isEqualTo(5);
    }

    @Test
    void whatIsMeantIsTakenBack() {
        saveDraft("Du väntar X timmar.", 0);
        IntendedFinding intended = terms.markIntended(ANNA, UNIT, BOOK, onlyError());
        terms.publish(ANNA, UNIT, BOOK, 1);
        terms.unmarkIntended(BO, UNIT, BOOK, intended);
        assertThat(terms.intended(ANNA, UNIT, BOOK)).isEmpty();
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(1);
        assertThat(states.errors(ANNA, UNIT, Set.of(BOOK)).get(BOOK)).hasSize(1);
        assertThatThrownBy(() -> terms.unmarkIntended(BO, UNIT, BOOK, intended))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Nobody here has marked");
        try (KeptContext other = new KeptContext(context())) {
            assertThat(new TermsComponent(FakeAccess.operators(), other.of()).intended(ANNA, UNIT, BOOK))
                    .isEmpty();
        }
    }

    private record KeptContext(TermsContext of) implements AutoCloseable {
        @Override
        public void close() {
            of.close();
        }
    }

    @Test
    void onlyWhatTheCheckFindsInWordsIsMeant() {
        saveDraft("Du väntar X timmar.", 0);
        TermsFinding error = onlyError();
        saveDraft("Du väntar en timme. {okänt}", 1);
        assertThatThrownBy(() -> terms.markIntended(ANNA, UNIT, BOOK, error))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("finds no such thing");
        assertThatThrownBy(() -> terms.markIntended(ANNA, UNIT, BOOK, onlyError()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("{okänt} is never intended");
        TermsFinding few = draftFindings().stream()
                .filter(finding -> finding.rule() == TermsFinding.Rule.TOO_FEW_POINTS)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> terms.markIntended(ANNA, UNIT, BOOK, few)).hasMessageContaining("not about words");
        assertThat(terms.intended(ANNA, UNIT, BOOK)).isEmpty();
    }

    @Test
    void atMostTwoHundredFindingsAreMeant() {
        long version = 0;
        for (int point = 0; point < 201; point++) {
            saveDraft("Du väntar X timmar i rum " + point + ".", version++);
            if (point < 200) {
                terms.markIntended(ANNA, UNIT, BOOK, onlyError());
            }
        }
        assertThat(terms.intended(ANNA, UNIT, BOOK)).hasSize(200);
        assertThatThrownBy(() -> terms.markIntended(ANNA, UNIT, BOOK, onlyError()))
                .hasMessageContaining("Already 200");
    }

    @Test
    void whatTheRegionMeansHoldsAtItsUnits() {
        publishRegions(text("a", "Hos {unit.name} väntar du X timmar.", "b", "Ring 112.", "c", "Ring 1177."));
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(1);
        TermsFinding note = regions.check(ANNA, REGION, BOOK).get(0);
        assertThat(note.severity()).isEqualTo(TermsFinding.Severity.NOTE);
        IntendedFinding intended = regions.markIntended(ANNA, REGION, BOOK, note);
        assertThat(regions.intended(ANNA, REGION, BOOK)).containsExactly(intended);
        assertThat(regions.check(ANNA, REGION, BOOK).get(0).intended()).contains(intended);
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).isEmpty();
        assertThat(states.errors(ANNA, UNIT, Set.of(BOOK)).get(BOOK)).isEmpty();
        assertThat(terms.intended(ANNA, UNIT, BOOK)).isEmpty();
        assertThat(terms.check(ANNA, UNIT, BOOK))
                .anySatisfy(finding -> assertThat(finding.intended()).contains(intended));
        assertThatThrownBy(() -> terms.unmarkIntended(ANNA, UNIT, BOOK, intended))
                .isInstanceOf(RefusedException.class);
        regions.unmarkIntended(ANNA, REGION, BOOK, intended);
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(1);
    }

    private void saveDraft(String text, long seen) {
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", text), seen);
    }

    private List<TermsFinding> draftFindings() {
        return terms.check(
                ANNA, UNIT, BOOK, terms.draft(ANNA, UNIT, BOOK).content().text().orElseThrow());
    }

    private TermsFinding onlyError() {
        List<TermsFinding> errors = draftFindings().stream()
                .filter(finding -> finding.severity() == TermsFinding.Severity.ERROR)
                .toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @Test
    void theCheckGoesByTheRegionsRulesAndTheUnitsSettings() {
        TermsText late =
                text("a", "Avboka senast 24 timmar före besöket.", "b", "Svar inom 3 arbetsdagar.", "c", "Hej då");
        assertThat(terms.check(ANNA, UNIT, BOOK, late)).isEmpty();
        settings.say(new CareTypes(Set.of("ortopedi")));
        assertThat(terms.check(ANNA, UNIT, BOOK, late)).isEmpty();
        regions.saveRules(ANNA, REGION, rules(24, 72, 3), 0);
        assertThat(terms.check(ANNA, UNIT, BOOK, late))
                .extracting(TermsFinding::suggestion)
                .containsExactly("Skriv 72 timmar");
        CheckRules ours = rules(12, 24, 4);
        assertThat(regions.saveRules(ANNA, REGION, ours, 1)).isEqualTo(new Versioned<>(ours, 2));
        assertThat(regions.rules(ANNA, REGION).content()).isEqualTo(ours);
        assertThat(terms.check(ANNA, UNIT, BOOK, late))
                .extracting(TermsFinding::text)
                .containsExactly("Villkorstexten har bara 3 punkter");
        assertThatThrownBy(() -> regions.saveRules(ANNA, REGION, ours, 0)).isInstanceOf(ConflictException.class);
    }

    private static CheckRules rules(int primary, int specialist, int fewest) {
        CheckRules usual = CheckRules.DEFAULT;
        return new CheckRules(
                OptionalInt.of(primary),
                OptionalInt.of(specialist),
                usual.primaryCareTypes(),
                usual.outdatedNames(),
                fewest);
    }

    @Test
    void aRegionSeesWhatItsUnitsInheritWhateverItsDraftSays() {
        assertThat(regions.effective(ANNA, REGION, BOOK).orElseThrow().version())
                .isZero();
        publishRegions(REGIONS);
        regions.saveDraft(ANNA, REGION, BOOK, changed(REGIONS, "akut", "Ring 1177."), 2);
        assertThat(regions.effective(ANNA, REGION, BOOK)).contains(new Versioned<>(REGIONS, 2));
        TermsPreview shown = regions.preview(ANNA, REGION, BOOK);
        assertThat(shown.name()).isEqualTo("Boka tid");
        assertThat(shown.explanation()).contains("{unit.name}");
        assertThat(shown.first()).contains("Ring 112.");
        assertThat(regions.preview(ANNA, REGION, BOOK, changed(REGIONS, "akut", "Ring 1177."))
                        .html())
                .contains("Ring 1177.");
        assertThatThrownBy(() -> regions.preview(ANNA, REGION, new CaseTypeKey("okand")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no terms of okand");
        assertThatThrownBy(() -> regions.check(ANNA, REGION, new CaseTypeKey("okand"), REGIONS))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no case type okand");
    }

    @Test
    void whatARegionLeavesToItsUnitsIsANoteUnlessItHasLockedTheTerms() {
        publishRegions(REGIONS);
        assertThat(regions.check(ANNA, REGION, BOOK)).isEmpty();
        TermsText unready = changed(REGIONS, "akut", "Ring XX-kliniken eller Vårdguiden.");
        assertThat(regions.check(ANNA, REGION, BOOK, unready))
                .extracting(TermsFinding::severity)
                .containsExactly(TermsFinding.Severity.NOTE, TermsFinding.Severity.WARNING);
        catalogue.lockTerms();
        assertThat(regions.check(ANNA, REGION, BOOK, unready))
                .extracting(TermsFinding::severity)
                .containsExactly(TermsFinding.Severity.ERROR, TermsFinding.Severity.WARNING);
    }

    @Test
    void theRulesOfTheCheckHaveAHistoryAndAreRestored() {
        CheckRules ours = rules(12, 24, 4);
        assertThat(regions.rulesHistory(ANNA, REGION)).isEmpty();
        regions.saveRules(ANNA, REGION, ours, 0);
        assertThat(regions.restoreRules(BO, REGION, 0, 1)).isEqualTo(new Versioned<>(CheckRules.DEFAULT, 2));
        assertThat(regions.rules(ANNA, REGION)).isEqualTo(new Versioned<>(CheckRules.DEFAULT, 2));
        assertThat(regions.restoreRules(BO, REGION, 1, 2)).isEqualTo(new Versioned<>(ours, 3));
        assertThat(regions.rulesHistory(ANNA, REGION))
                .extracting(Saved::content)
                .containsExactly(Optional.of(ours), Optional.empty(), Optional.of(ours));
        assertThat(regions.rulesHistory(ANNA, REGION).get(0).actor()).isEqualTo("operator:bo");
        assertThat(store.audit().newest(Scope.region("01"), 1)).singleElement().satisfies(row -> assertThat(row.text())
                .contains("version 3, as version 1"));
        assertThatThrownBy(() -> regions.restoreRules(BO, REGION, 9, 3)).hasMessageContaining("no version 9");
        assertThatThrownBy(() -> regions.restoreRules(BO, REGION, 1, 1)).isInstanceOf(ConflictException.class);
    }

    @Test
    void theReminderIsHeldAgainstTheLongestOfTheActiveTypesAndThisOne() {
        types.say("boka-tid", "Boka tid", 3, false).say("local-egen", "Egen", 10, false);
        settings.say(new StaffReminder(true, 10));
        TermsText text = text("a", "Svar inom 3 arbetsdagar.", "b", "Två", "c", "Tre");
        assertThat(terms.check(ANNA, UNIT, BOOK, text)).isEmpty();
        types.close("local-egen");
        assertThat(terms.check(ANNA, UNIT, BOOK, text)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(TermsFinding.Severity.WARNING);
            assertThat(finding.text()).contains("efter 10 arbetsdagar", "är 3 arbetsdagar");
        });
        types.close("boka-tid");
        settings.say(new StaffReminder(true, 3));
        assertThat(terms.check(ANNA, UNIT, BOOK, text)).isEmpty();
    }
}
