package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectivePoint.Origin;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsState.Stage;
import org.careunit.api.terms.TermsText;
import org.careunit.api.terms.TermsToAccept;
import org.careunit.api.terms.TermsVersion;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.EntryChanges;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.acceptance.TermsAcceptanceComponent;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services over terms promise, on every database. */
abstract class TermsContract {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId NO_UNIT = new HsaId("SE1111111111-UNIT9");
    private static final CountyCode REGION = new CountyCode("01");
    static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final CaseTypeKey OWN = new CaseTypeKey("local-egen");
    static final Actor ANNA = new Actor.Operator("anna");
    private static final Actor BO = new Actor.Operator("bo");
    private static final Actor HOST = new Actor.Host("portal");
    private static final Actor RESIDENT = new Actor.Resident("r-1");
    private static final ResidentPseudonym ONE = new ResidentPseudonym("r-1");

    private static final TermsText REGIONS = text(
            "syfte",
            "Här kan du boka tid hos {unit.name}.",
            "svar",
            "Svar inom {handling.days} arbetsdagar.",
            "akut",
            "Ring 112.");

    @TempDir
    Path keys;

    private final FixedCaseTypes types =
            new FixedCaseTypes().say("boka-tid", "Boka tid", 3, false).say("local-egen", "Egen", 3, false);
    private final FixedSettings settings = new FixedSettings();
    private final FixedCatalogue catalogue = new FixedCatalogue();
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
    private TestStore store;
    private TermsContext context;
    TermsComponent terms;
    private RegionTermsComponent regions;
    private TermsStatesComponent states;
    private TermsAcceptanceComponent acceptance;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, REGION, "Mottagning A", CareUnit.State.OPEN));
        context = context();
        terms = new TermsComponent(FakeAccess.operatorsAndResidents(), context);
        regions = new RegionTermsComponent(FakeAccess.operatorsAndResidents(), context, catalogue.service());
        states = new TermsStatesComponent(FakeAccess.operatorsAndResidents(), context);
        acceptance = new TermsAcceptanceComponent(
                FakeAccess.operatorsAndResidents(), context, store.pseudonyms(), keys.resolve("key.properties"));
    }

    private TermsContext context() {
        return context(store);
    }

    /** What the services of a node share. */
    final TermsContext context(TestStore store) {
        return new TermsContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.audit(),
                store.changes(),
                clock,
                types,
                settings.service());
    }

    @AfterEach
    void closeStore() {
        context.close();
        store.close();
    }

    @Test
    void untilAnybodyWritesCareunitsTextHoldsAndItsPlaceholdersKeepTheTypeClosed() {
        EffectiveTerms shipped = effective();
        assertThat(shipped.version().region()).isZero();
        assertThat(shipped.version().unit()).isZero();
        assertThat(shipped.points().get(0).point().text()).contains("Mottagning A");
        TermsState state = states.find(ANNA, UNIT, BOOK);
        assertThat(state.stage()).isEqualTo(Stage.REGION);
        assertThat(state.errors()).isNotEmpty().allSatisfy(error -> assertThat(error.swedish())
                .contains("Boka tid", "Platshållaren"));
    }

    @Test
    void aUnitsOwnTypeHasNoTermsUntilTheUnitWritesThem() {
        assertThat(terms.effective(ANNA, UNIT, OWN)).isEmpty();
        assertThat(states.find(ANNA, UNIT, OWN).stage()).isEqualTo(Stage.NONE);
        assertThat(terms.check(ANNA, UNIT, OWN)).hasSize(1);
        terms.saveDraft(ANNA, UNIT, OWN, text("a", "Ett", "b", "Två"), 0);
        terms.publish(ANNA, UNIT, OWN, 1);
        assertThat(words(terms.effective(ANNA, UNIT, OWN).orElseThrow())).containsExactly("Ett", "Två");
        assertThatThrownBy(() -> regions.draft(ANNA, REGION, OWN)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aDraftIsSeenByItsAuthorsAloneUntilItIsPublished() {
        publishRegions(REGIONS);
        effective();
        TermsText mine = changed(REGIONS, "akut", "Ring alltid 112.");
        assertThat(terms.saveDraft(ANNA, UNIT, BOOK, mine, 0).version()).isEqualTo(1);
        assertThat(effective().version().unit()).isZero();
        assertThat(states.find(ANNA, UNIT, BOOK).hasDraft()).isTrue();
        assertThat(terms.draft(BO, UNIT, BOOK).content().text()).contains(mine);
        SavedTerms published = terms.publish(ANNA, UNIT, BOOK, 1);
        assertThat(published.version()).isEqualTo(2);
        assertThat(words(effective()))
                .containsExactly(
                        "Här kan du boka tid hos Mottagning A.", "Svar inom 3 arbetsdagar.", "Ring alltid 112.");
        assertThat(effective().points())
                .extracting(EffectivePoint::origin)
                .containsExactly(Origin.REGION, Origin.REGION, Origin.UNIT);
        assertThat(effective().points().get(2).differsFromRegion()).isTrue();
        assertThat(states.find(ANNA, UNIT, BOOK)).isEqualTo(new TermsState(Stage.UNIT, false, List.of()));
        assertThat(store.audit().newest(UNIT, 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("terms.publish", "terms.draft");
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 2)).hasMessageContaining("published already");
    }

    @Test
    void whatTheRegionChangesIsInheritedPointByPoint() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publishRegions(text("syfte", "Nytt syfte.", "ny", "Ny punkt.", "svar", "Vi svarar.", "akut", "Ring 1177."));
        EffectiveTerms now = effective();
        assertThat(words(now)).containsExactly("Nytt syfte.", "Ny punkt.", "Vi svarar.", "Ring alltid 112.");
        assertThat(now.points().get(3).regional()).contains("Ring 1177.");
        assertThat(now.version().region()).isEqualTo(4);
        assertThat(now.version().unit()).isEqualTo(2);
        assertThat(store.audit().newest(Scope.region("01"), 10)).hasSize(4);
    }

    @Test
    void lockedTermsAreTheRegionsWhateverTheUnitHasWritten() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        types.say("boka-tid", "Boka tid", 5, true);
        assertThat(words(effective()))
                .containsExactly("Här kan du boka tid hos Mottagning A.", "Svar inom 5 arbetsdagar.", "Ring 112.");
        assertThat(effective().locked()).isTrue();
        assertThat(states.find(ANNA, UNIT, BOOK).stage()).isEqualTo(Stage.LOCKED);
        assertThatThrownBy(() -> terms.saveDraft(ANNA, UNIT, BOOK, REGIONS, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("locked by region 01");
    }

    @Test
    void whatIsScheduledHoldsFromItsTimeOnWithoutAnybodyDoingAnything() {
        publish(text("a", "Förut"));
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Sedan"), 2);
        Instant then = clock.instant().plus(Duration.ofDays(2));
        terms.schedule(ANNA, UNIT, BOOK, then, 3);
        assertThat(words(effective())).contains("Förut").doesNotContain("Sedan");
        assertThat(states.find(ANNA, UNIT, BOOK).until()).contains(then);
        clock.set(then.minusMillis(1));
        assertThat(words(effective())).contains("Förut");
        clock.set(then);
        assertThat(words(effective())).contains("Sedan").doesNotContain("Förut");
        assertThat(states.find(ANNA, UNIT, BOOK).until()).isEmpty();
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Tredje"), 4);
        assertThatThrownBy(() -> terms.schedule(ANNA, UNIT, BOOK, then, 5)).hasMessageContaining("has passed");
    }

    @Test
    void whatIsScheduledIsTakenBackByAnotherTextForItsInstant() {
        publish(text("a", "Förut"));
        Instant then = clock.instant().plus(Duration.ofDays(2));
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Sedan"), 2);
        terms.schedule(ANNA, UNIT, BOOK, then, 3);
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Förut"), 4);
        terms.schedule(ANNA, UNIT, BOOK, then, 5);
        clock.set(then);
        assertThat(words(effective())).contains("Förut").doesNotContain("Sedan");
    }

    @Test
    void ofTwoWhoPublishAtOnceOneGetsTheOthersVersion() throws Exception {
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Ett"), 0);
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService authors = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> publishing = () -> {
                ready.countDown();
                assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
                return isPublished();
            };
            List<Future<Boolean>> both = authors.invokeAll(List.of(publishing, publishing));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            authors.shutdownNow();
        }
        assertThat(terms.history(ANNA, UNIT, BOOK)).hasSize(2);
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
    }

    private boolean isPublished() {
        try {
            return terms.publish(ANNA, UNIT, BOOK, 1).version() == 2;
        } catch (ConflictException faster) {
            return false;
        }
    }

    @Test
    void placeholdersAreNotPublishedByAUnitButByItsRegion() {
        TermsText unready = text("a", "Svar inom X arbetsdagar.", "b", "{okänt}");
        terms.saveDraft(ANNA, UNIT, BOOK, unready, 0);
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("punkt a: Platshållaren X är kvar")
                .hasMessageContaining("{okänt}");
        assertThat(store.documents().history(TermsOwner.of(unit(), BOOK).id())).hasSize(1);
        publishRegions(unready);
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(2).allSatisfy(error -> assertThat(error.swedish())
                .endsWith("."));
    }

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
    void aConflictCarriesBothVersions() {
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Annas"), 0);
        terms.saveDraft(BO, UNIT, BOOK, text("a", "Bos"), 1);
        assertThatThrownBy(() -> terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Annas andra"), 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(((TermsDraft) conflict.refused().orElseThrow()).text())
                            .contains(text("a", "Annas andra"));
                    assertThat(conflict.current(TermsDraft.class)
                                    .content()
                                    .text()
                                    .orElseThrow()
                                    .points())
                            .contains(new TermsPoint("a", "Bos"));
                    assertThat(conflict.current(TermsDraft.class).version()).isEqualTo(2);
                    assertThat(conflict).hasMessageContaining("saved by operator:bo");
                });
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 1)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 0, 1)).isInstanceOf(ConflictException.class);
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
    }

    @Test
    void versionsAreKeptComparedAndRestored() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publish(text(
                "akut", "Ring alltid 112.", "syfte", REGIONS.points().get(0).text()));
        assertThat(terms.history(ANNA, UNIT, BOOK))
                .extracting(SavedTerms::version)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(terms.compare(ANNA, UNIT, BOOK, 2, 4))
                .containsExactlyInAnyOrder(
                        new TermsDifference(
                                "svar", Optional.of("Svar inom {handling.days} arbetsdagar."), Optional.empty(), false),
                        new TermsDifference(
                                "akut", Optional.of("Ring alltid 112."), Optional.of("Ring alltid 112."), true),
                        new TermsDifference("syfte", text(0), text(0), true));
        assertThat(terms.compare(ANNA, UNIT, BOOK, 0, 2))
                .containsExactly(
                        new TermsDifference("akut", Optional.of("Ring 112."), Optional.of("Ring alltid 112."), false));
        terms.restore(ANNA, UNIT, BOOK, 2, 4);
        assertThat(words(effective())).hasSize(3).contains("Ring alltid 112.");
        SavedTerms gone = terms.restore(ANNA, UNIT, BOOK, 0, 5);
        assertThat(gone.state()).isEqualTo(SavedTerms.State.GIVEN_UP);
        assertThat(words(effective())).contains("Ring 112.");
        assertThat(states.find(ANNA, UNIT, BOOK).stage()).isEqualTo(Stage.REGION);
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 99, 6)).hasMessageContaining("no version 99");
    }

    private static Optional<String> text(int point) {
        return Optional.of(REGIONS.points().get(point).text());
    }

    @Test
    void historySaysWhatWasInheritedThen() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publishRegions(changed(REGIONS, "syfte", "Nytt syfte."));
        assertThat(terms.history(ANNA, UNIT, BOOK).get(0).text().orElseThrow().points())
                .contains(REGIONS.points().get(0));
    }

    @Test
    void anotherNodeReadsWhatWasPublishedHere() {
        TermsContext there = context();
        try {
            TermsComponent other = new TermsComponent(FakeAccess.operatorsAndResidents(), there);
            other.effective(ANNA, UNIT, BOOK);
            publish(text("a", "Ny text"));
            assertThat(words(other.effective(ANNA, UNIT, BOOK).orElseThrow())).contains("Ny text");
        } finally {
            there.close();
        }
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
    void aResidentAcceptsWhatHoldsAndGetsAReceipt() {
        publish(text("a", "Ett", "b", "Två", "c", "Tre", "d", "Fyra"));
        TermsToAccept read = acceptance.toAccept(RESIDENT, UNIT, BOOK, ONE);
        Receipt receipt = acceptance.accept(RESIDENT, UNIT, BOOK, ONE, read.version());
        assertThat(receipt.text()).isEqualTo(effective().text());
        assertThat(receipt.version()).isEqualTo(read.version());
        assertThat(receipt.resident().value()).doesNotContain("r-1").hasSize(64);
        Receipt stored = acceptance.parse(acceptance.write(receipt));
        assertThat(stored).isEqualTo(receipt);
        assertThat(acceptance.verify(ANNA, stored)).isEqualTo(ReceiptVerification.GENUINE);
        assertThat(figure("terms.accepted")).isEqualTo(1);
        assertThat(figure("terms.remembered")).isPositive();
        assertThat(store.audit().ofResident(Optional.empty(), ONE))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("terms.accept");
    }

    private double figure(String name) {
        return acceptance.read().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void nobodyAcceptsTermsOfATypeThatTheUnitDoesNotOffer() {
        publish(text("a", "Ett"));
        TermsVersion read = acceptance.toAccept(HOST, UNIT, BOOK, ONE).version();
        types.close("boka-tid");
        assertThatThrownBy(() -> acceptance.toAccept(HOST, UNIT, BOOK, ONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not active");
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, read))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not active");
        assertThat(store.audit().ofResident(Optional.empty(), ONE)).isEmpty();
    }

    @Test
    void nobodyAcceptsAPlaceholderThatTheRegionHasBroughtBack() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publishRegions(changed(REGIONS, "svar", "Svar inom X arbetsdagar."));
        TermsVersion now = effective().version();
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, now))
                .isInstanceOf(RefusedException.class)
                .isNotInstanceOf(ConflictException.class)
                .hasMessageContaining("punkt svar: Platshållaren X är kvar");
        assertThatThrownBy(() -> acceptance.toAccept(HOST, UNIT, BOOK, ONE))
                .hasMessageContaining("Platshållaren X är kvar");
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(1);
    }

    @Test
    void whatAnActiveTypeNeedsIsNotGivenUp() {
        publish(text("a", "Ett"));
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 0, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active")
                .hasMessageContaining("Platshållaren");
        publishOwn(text("a", "Ett"));
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, OWN, 0, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Without the unit's text there is none");
        assertThat(states.find(ANNA, UNIT, BOOK).stage()).isEqualTo(Stage.UNIT);
        types.close("boka-tid");
        types.close("local-egen");
        assertThat(terms.restore(ANNA, UNIT, BOOK, 0, 2).state()).isEqualTo(SavedTerms.State.GIVEN_UP);
        assertThat(terms.restore(ANNA, UNIT, OWN, 0, 2).state()).isEqualTo(SavedTerms.State.GIVEN_UP);
    }

    private void publishOwn(TermsText text) {
        terms.saveDraft(ANNA, UNIT, OWN, text, 0);
        terms.publish(ANNA, UNIT, OWN, 1);
    }

    @Test
    void anImportThatGivesUpWhatAnActiveTypeNeedsIsRefused() {
        TermsPart part = new TermsPart(context);
        publish(text("a", "Ett"));
        Runnable importing = () -> store.transactions().run(() -> {
            part.save(new EntryChanges(ANNA, UNIT, UUID.randomUUID(), Map.of(BOOK.value(), Optional.empty())));
            part.check(ANNA, UNIT, Set.of(BOOK.value()));
        });
        assertThatThrownBy(importing::run)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active");
        assertThat(words(effective())).contains("Ett");
        publishRegions(REGIONS);
        importing.run();
        assertThat(words(effective())).hasSize(3).contains("Ring 112.");
    }

    @Test
    void whatIsInForceIsJudgedByTheTypeAsItIsUnderTheLock() {
        TermsPart part = new TermsPart(context);
        publish(text("a", "Ett"));
        types.closeInMemory("boka-tid", false);
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 0, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active");
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    part.save(new EntryChanges(ANNA, UNIT, UUID.randomUUID(), Map.of(BOOK.value(), Optional.empty())));
                    part.check(ANNA, UNIT, Set.of(BOOK.value()));
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active");
        assertThat(words(effective())).contains("Ett");
        types.closeInMemory("boka-tid", true);
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Två"), 2);
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 3))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("locked by region");
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

    @Test
    void whatIsOutdatedIsRefusedWithWhatHolds() {
        publish(text("a", "Ett"));
        TermsToAccept read = acceptance.toAccept(HOST, UNIT, BOOK, ONE);
        publish(text("a", "Två"));
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, read.version()))
                .isInstanceOfSatisfying(ConflictException.class, outdated -> {
                    assertThat(outdated.current(TermsToAccept.class)
                                    .content()
                                    .shown()
                                    .explanation())
                            .isEqualTo("Två");
                    assertThat(figure("terms.outdated")).isEqualTo(1);
                    assertThat(acceptance.accept(
                                    HOST,
                                    UNIT,
                                    BOOK,
                                    ONE,
                                    outdated.current(TermsToAccept.class)
                                            .content()
                                            .version()))
                            .isNotNull();
                });
        types.say("boka-tid", "Boka tid", 4, false);
        publish(text("a", "Inom {handling.days} arbetsdagar"));
        TermsToAccept promised = acceptance.toAccept(HOST, UNIT, BOOK, ONE);
        types.say("boka-tid", "Boka tid", 9, false);
        store.transactions().run(() -> store.changes().announce(new Change(Scope.unit(UNIT), "case-type", "boka-tid")));
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, promised.version()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void anotherNodesReceiptIsVerifiedWithoutItsKeyFile() {
        publish(text("a", "Ett"));
        Receipt receipt = acceptance.accept(HOST, UNIT, BOOK, ONE, effective().version());
        TermsAcceptanceComponent other = new TermsAcceptanceComponent(
                FakeAccess.operatorsAndResidents(), context, store.pseudonyms(), keys.resolve("other"));
        assertThat(other.verify(ANNA, receipt)).isEqualTo(ReceiptVerification.GENUINE);
        assertThat(other.keyName()).isNotEqualTo(receipt.key());
        assertThat(acceptance.keyName()).isEqualTo(receipt.key());
    }

    @Test
    void aKeyThatSomebodyWroteIntoTheDatabaseIsNotOurs() {
        publish(text("a", "Ett"));
        Receipt receipt = acceptance.accept(HOST, UNIT, BOOK, ONE, effective().version());
        store.execute(
                "UPDATE documents SET body = replace(body, '\"seal\":\"', '\"seal\":\"0') WHERE kind = 'receipt-key'");
        assertThat(acceptance.verify(ANNA, receipt).why().orElseThrow()).contains("None of our nodes");
    }

    @Test
    void whoMayNotIsRefused() {
        assertThatThrownBy(() -> terms.effective(RESIDENT, UNIT, BOOK)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> terms.saveDraft(RESIDENT, NO_UNIT, BOOK, REGIONS, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> regions.saveDraft(HOST, REGION, BOOK, REGIONS, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> acceptance.toAccept(RESIDENT, UNIT, BOOK, new ResidentPseudonym("r-2")))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> acceptance.toAccept(ANNA, UNIT, BOOK, ONE)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> terms.effective(ANNA, NO_UNIT, BOOK)).hasMessageContaining("There is no unit");
        assertThatThrownBy(() -> terms.effective(ANNA, UNIT, new CaseTypeKey("okand")))
                .hasMessageContaining("no case type okand");
        assertThat(states.find(ANNA, UNIT, new CaseTypeKey("okand")).stage()).isEqualTo(Stage.NONE);
    }

    private EffectiveTerms effective() {
        return terms.effective(ANNA, UNIT, BOOK).orElseThrow();
    }

    private CareUnit unit() {
        return store.units().find(UNIT).orElseThrow().unit();
    }

    private void publish(TermsText text) {
        long seen = terms.draft(ANNA, UNIT, BOOK).version();
        terms.publish(
                ANNA, UNIT, BOOK, terms.saveDraft(ANNA, UNIT, BOOK, text, seen).version());
    }

    private void publishRegions(TermsText text) {
        long seen = regions.draft(ANNA, REGION, BOOK).version();
        regions.publish(
                ANNA,
                REGION,
                BOOK,
                regions.saveDraft(ANNA, REGION, BOOK, text, seen).version());
    }

    static List<String> words(EffectiveTerms terms) {
        return terms.text().points().stream().map(TermsPoint::text).toList();
    }

    private static TermsText changed(TermsText text, String id, String words) {
        return new TermsText(text.points().stream()
                .map(point -> point.id().equals(id) ? new TermsPoint(id, words) : point)
                .toList());
    }

    static TermsText text(String... idsAndWords) {
        List<String> given = Arrays.asList(idsAndWords);
        return new TermsText(IntStream.range(0, given.size() / 2)
                .mapToObj(place -> new TermsPoint(given.get(2 * place), given.get(2 * place + 1)))
                .toList());
    }
}
