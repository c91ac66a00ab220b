package org.careunit.itests.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.Permission;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.KeptTypes;
import org.careunit.casetypes.internal.MemoryCaseTypes;
import org.careunit.casetypes.internal.SituatedOffers;
import org.careunit.casetypes.internal.StoredChoices;
import org.careunit.finding.internal.FindParts;
import org.careunit.settings.internal.KeptSettings;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.internal.TestStore;
import org.careunit.terms.internal.KeptTerms;
import org.careunit.terms.internal.TermsComponent;
import org.careunit.terms.internal.TermsStatesComponent;

/** Case types, terms in force and offers from memory, the access rule included. */
final class OfferBenchmark {

    private static final int UNITS = 200;
    private static final int ACTIVE = 5;
    private static final int ROUNDS = 7;
    private static final int ASKED = 200_000;
    private static final double READ = 1_000;
    private static final double OFFER = 5_000;
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Actor OPERATOR = new Actor.Operator("benchmark");
    private static final Actor HOST = new Actor.Host("benchmark");

    private final TestStore store;
    private final AccessComponent access;
    private final UnitSettings settings;
    private final CaseTypes types;
    private final StoredChoices choices;
    private final Terms terms;
    private final SituatedOffers offers;
    private long sum;

    private OfferBenchmark(TestStore store) {
        this.store = store;
        access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        settings = new UnitSettingsComponent(
                access,
                new KeptSettings(
                        store.transactions(), store.units(), store.documents(), store.audit(), store.changes()));
        KeptTypes keptTypes = new KeptTypes(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
        types = new MemoryCaseTypes(access, keptTypes);
        KeptTerms keptTerms = new KeptTerms(
                store.transactions(),
                store.units(),
                store.documents(),
                store.audit(),
                store.changes(),
                store.clock(),
                types,
                settings);
        terms = new TermsComponent(access, keptTerms);
        choices = new StoredChoices(access, keptTypes);
        choices.setTerms(new TermsStatesComponent(access, keptTerms));
        offers = new SituatedOffers(access, keptTypes, finder(), settings, store.cases(), store.pseudonyms());
        offers.setTerms(new TermsStatesComponent(access, keptTerms));
    }

    private UnitFinder finder() {
        CatchmentArea county = new CatchmentArea(List.of(new CatchmentArea.Rule(
                STOCKHOLM, Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty())));
        List<FindParts.Unit> units = IntStream.range(0, UNITS)
                .mapToObj(number -> new FindParts.Unit(unit(number), county, Set.of()))
                .toList();
        return FindParts.of(store, access, units).finder();
    }

    static void run() throws Exception {
        Table table = new Table(
                "Case types and offers, the access rule included: ns, " + UNITS + " units in turn, " + ACTIVE
                        + " of 13 types active (P5)",
                "what",
                "goal",
                "ours",
                "ratio");
        try (Database h2 = Database.h2()) {
            OfferBenchmark benchmark = new OfferBenchmark(h2.store);
            benchmark.measure(table, benchmark.fill());
        }
        table.print();
    }

    private static HsaId unit(int number) {
        return new HsaId("SE1111111111-UNIT" + number);
    }

    private static HsaId staff(int number) {
        return new HsaId("SE1111111111-STAFF" + number);
    }

    /** All types of the units have terms of their own. */
    private CaseTypeKey fill() {
        List<CaseTypeKey> keys = List.of();
        for (int number = 0; number < UNITS; number++) {
            HsaId unit = unit(number);
            store.units().add(new CareUnit(unit, STOCKHOLM, "Mottagning " + number, CareUnit.State.OPEN));
            access.assign(OPERATOR, unit, staff(number), Set.of(Permission.CASE_HANDLER));
            keys = types.ofUnit(OPERATOR, unit).stream()
                    .map(UnitCaseType::key)
                    .limit(ACTIVE)
                    .toList();
            keys.forEach(key -> open(unit, key));
        }
        return keys.get(0);
    }

    private void open(HsaId unit, CaseTypeKey key) {
        choices.save(OPERATOR, unit, key, choices.parse("{\"handlingDays\":4}"), 0);
        TermsDraft found = terms.draft(OPERATOR, unit, key);
        TermsText words = new TermsText(found.text().orElseThrow().points().stream()
                .map(point -> new TermsPoint(point.id(), "Vi svarar inom 4 arbetsdagar."))
                .toList());
        long draft =
                terms.saveDraft(OPERATOR, unit, key, words, found.version()).version();
        terms.publish(OPERATOR, unit, key, draft);
        choices.activate(OPERATOR, unit, key);
    }

    private void measure(Table table, CaseTypeKey key) {
        HsaId[] units = IntStream.range(0, UNITS).mapToObj(OfferBenchmark::unit).toArray(HsaId[]::new);
        Actor[] staff = IntStream.range(0, UNITS)
                .mapToObj(i -> new Actor.Staff(staff(i)))
                .toArray(Actor[]::new);
        Resident near = resident("0184");
        Resident far = resident("0380");
        row(table, "a case type, by staff", READ, i -> types.find(staff[i], units[i], key)
                .orElseThrow()
                .name()
                .length());
        row(table, "a case type, by the host", READ, i -> types.find(HOST, units[i], key)
                .orElseThrow()
                .name()
                .length());
        row(table, "terms in force, by the host", READ, i -> terms.effective(HOST, units[i], key)
                .orElseThrow()
                .points()
                .size());
        row(table, "an offer, all open", OFFER, i -> offers.offer(HOST, units[i], near, NOON)
                .types()
                .size());
        row(table, "an offer, nothing open", OFFER, i -> offers.offer(HOST, units[i], far, NOON)
                .types()
                .size());
    }

    private static Resident resident(String municipality) {
        MunicipalityCode code = new MunicipalityCode(municipality);
        return new Resident(LocalDate.of(1990, 1, 1), Sex.FEMALE, code.county(), code, Optional.empty());
    }

    private void row(Table table, String what, double goal, IntUnaryOperator ask) {
        List<Double> nanos = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < ASKED; i++) {
                sum += ask.applyAsInt(i % UNITS);
            }
            if (round >= 0) {
                nanos.add((System.nanoTime() - began) / (double) ASKED);
            }
        }
        if (sum == 0) {
            throw new IllegalStateException("Nothing was answered");
        }
        double ours = Duel.median(nanos);
        table.row(what, whole(goal), whole(ours), String.format(Locale.ROOT, "%.2f", ours / goal));
    }

    private static String whole(double nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos);
    }
}
