package org.careunit.terms.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.acceptance.TermsAcceptanceComponent;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The services over terms on a store, with a unit, its region and two case types. */
abstract class TermsFixture {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    static final CountyCode REGION = new CountyCode("01");
    static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    static final CaseTypeKey OWN = new CaseTypeKey("local-egen");
    static final Actor ANNA = new Actor.Operator("anna");
    static final Actor BO = new Actor.Operator("bo");
    static final Actor HOST = new Actor.Host("portal");
    static final Actor RESIDENT = new Actor.Resident("r-1");
    static final ResidentPseudonym ONE = new ResidentPseudonym("r-1");

    static final TermsText REGIONS = text(
            "syfte",
            "Här kan du boka tid hos {unit.name}.",
            "svar",
            "Svar inom {handling.days} arbetsdagar.",
            "akut",
            "Ring 112.");

    @TempDir
    Path keys;

    final FixedCaseTypes types =
            new FixedCaseTypes().say("boka-tid", "Boka tid", 3, false).say("local-egen", "Egen", 3, false);
    final FixedSettings settings = new FixedSettings();
    final FixedCatalogue catalogue = new FixedCatalogue();
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
    TestStore store;
    TermsContext context;
    TermsComponent terms;
    RegionTermsComponent regions;
    TermsStatesComponent states;
    TermsAcceptanceComponent acceptance;

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

    TermsContext context() {
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

    static Optional<String> text(int point) {
        return Optional.of(REGIONS.points().get(point).text());
    }

    EffectiveTerms effective() {
        return terms.effective(ANNA, UNIT, BOOK).orElseThrow();
    }

    CareUnit unit() {
        return store.units().find(UNIT).orElseThrow().unit();
    }

    void publish(TermsText text) {
        long seen = terms.draft(ANNA, UNIT, BOOK).version();
        terms.publish(
                ANNA, UNIT, BOOK, terms.saveDraft(ANNA, UNIT, BOOK, text, seen).version());
    }

    void publishRegions(TermsText text) {
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

    static TermsText changed(TermsText text, String id, String words) {
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
