package org.careunit.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.Simulation;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.index.Ages;
import org.careunit.finding.internal.index.ExposureReasons;
import org.careunit.finding.internal.index.IndexUnitFinder;
import org.careunit.finding.internal.index.IndexedUnit;
import org.careunit.finding.internal.index.RuleIndex;
import org.careunit.finding.internal.index.Simulator;
import org.careunit.storage.Approvals;
import org.careunit.units.internal.geography.Municipalities;
import org.junit.jupiter.api.Test;

/** The index against a scan of all rules that counts birthdays by itself. */
class IndexOracleTest {

    private static final List<String> PLACES = List.of("0180", "0184", "0192", "0305", "0380", "0980", "2584");
    private static final Geography GEOGRAPHY = Municipalities.parse(List.of(
            "01,Stockholms län",
            "0180,Stockholm",
            "0184,Solna",
            "0192,Nynäshamn",
            "03,Uppsala län",
            "0305,Håbo",
            "0380,Uppsala",
            "09,Gotlands län",
            "0980,Gotland",
            "25,Norrbottens län",
            "2584,Kiruna"));
    private static final int UNITS = 150;

    /** How many residents look for units; the profile {@code thorough} has a million. */
    private static final int RESIDENTS = Integer.getInteger("careunit.residents", 10_000);

    @Property(tries = 200)
    void theAnswerIsTheScans(@ForAll long seed) {
        Random random = new Random(seed);
        List<IndexedUnit> units = units(random, 1 + random.nextInt(UNITS));
        compare(random, units, 50);
    }

    @Test
    void noResidentSeesAnythingElseThanTheScanSays() {
        Random random = new Random(20_240_229);
        compare(random, units(random, UNITS), RESIDENTS);
    }

    private static void compare(Random random, List<IndexedUnit> units, int residents) {
        RuleIndex index = new RuleIndex(units);
        for (int i = 0; i < residents; i++) {
            LocalDate day = day(random, 2024);
            Resident resident = anybody(random, day);
            List<HsaId> approved = random.nextInt(4) == 0
                    ? List.of(units.get(random.nextInt(units.size())).id())
                    : List.of();
            String careType = random.nextInt(3) == 0 ? "bvc" : null;
            String words = random.nextInt(3) == 0 ? "NOR mott" : "";
            assertThat(index.find(resident, Ages.on(resident.birthDate(), day), approved, careType, words))
                    .as("day %s, born %s", day, resident.birthDate())
                    .isEqualTo(scan(units, resident, day, approved, careType, words));
        }
    }

    /** The reasons say the same as the index, be the resident approved, no longer approved or not at all. */
    @Property(tries = 100)
    void whyAUnitIsShownIsWhatTheScanSays(@ForAll long seed) {
        Random random = new Random(seed);
        ExposureReasons reasons = new ExposureReasons(GEOGRAPHY);
        for (IndexedUnit unit : units(random, 20)) {
            LocalDate day = day(random, 2024);
            Resident resident = anybody(random, day);
            Optional<Approvals.Entry> approval = Optional.of(day.plusDays(random.nextInt(3) - 1L))
                    .filter(last -> random.nextBoolean())
                    .map(last -> new Approvals.Entry(
                            unit.id(),
                            new ResidentHash("0".repeat(64)),
                            Optional.of(last),
                            "operator:test",
                            Instant.EPOCH));
            List<HsaId> approved = approval.filter(one -> IndexUnitFinder.holds(one, day)).stream()
                    .map(Approvals.Entry::unit)
                    .toList();
            Exposure said = reasons.explain(unit.id(), Optional.of(unit), approval, resident, day);
            assertThat(said.exposed())
                    .as("day %s, born %s: %s", day, resident.birthDate(), said.reasons())
                    .isEqualTo(!scan(List.of(unit), resident, day, approved, null, "")
                            .isEmpty());
            assertThat(said.reasons())
                    .hasSize(said.exposed() ? 1 : Math.max(unit.area().rules().size(), 1) + 1);
        }
    }

    /**
     * Whoever is in a band of what was won sees the changed unit and not the one before; the other way round for the
     * lost.
     */
    @Property(tries = 60)
    void whatAChangeWinsAndLosesIsWhatTheScanSays(@ForAll long seed) {
        Random random = new Random(seed);
        CatchmentArea now = units(random, 1).get(0).area();
        CatchmentArea changed = units(random, 1).get(0).area();
        Simulation simulation = new Simulator(GEOGRAPHY).compare(now, changed);
        for (int i = 0; i < 200; i++) {
            LocalDate day = day(random, 2024);
            Resident resident = resident(random, day);
            int age = birthdays(resident.birthDate(), day);
            boolean before = now.rules().stream().anyMatch(rule -> fits(rule, resident, age));
            boolean after = changed.rules().stream().anyMatch(rule -> fits(rule, resident, age));
            assertThat(isIn(simulation.won(), resident, age)).isEqualTo(after && !before);
            assertThat(isIn(simulation.lost(), resident, age)).isEqualTo(before && !after);
        }
    }

    private static boolean isIn(List<Simulation.Band> bands, Resident resident, int age) {
        return bands.stream()
                        .filter(band -> Optional.of(band.municipality()).equals(resident.municipality()))
                        .filter(band -> Optional.of(band.sex()).equals(resident.sex()))
                        .filter(band -> band.fromAge() <= age && age <= band.toAge())
                        .count()
                == 1;
    }

    private static List<HsaId> scan(
            List<IndexedUnit> units,
            Resident resident,
            LocalDate day,
            List<HsaId> approved,
            String careType,
            String words) {
        int age = birthdays(resident.birthDate(), day);
        return units.stream()
                .filter(unit -> approved.contains(unit.id())
                        || unit.area().rules().stream().anyMatch(rule -> fits(rule, resident, age)))
                .filter(unit -> careType == null || unit.careTypes().containsKey(careType))
                .filter(unit -> words.isEmpty() || unit.name().startsWith("Norr"))
                .map(IndexedUnit::id)
                .sorted()
                .toList();
    }

    private static boolean fits(Rule rule, Resident resident, int age) {
        return age >= 0
                && (rule.county().isEmpty() || rule.county().equals(resident.county()))
                && (rule.municipality().isEmpty() || rule.municipality().equals(resident.municipality()))
                && (rule.sex().isEmpty() || rule.sex().equals(resident.sex()))
                && (rule.fromAge().isEmpty() || age >= rule.fromAge().getAsInt())
                && (rule.toAge().isEmpty() || age <= Math.max(rule.toAge().getAsInt(), 0));
    }

    /** Counts birthdays one by one. */
    private static int birthdays(LocalDate born, LocalDate day) {
        if (day.isBefore(born)) {
            return -1;
        }
        int birthdays = 0;
        while (!birthday(born, born.getYear() + birthdays + 1).isAfter(day)) {
            birthdays++;
        }
        return birthdays;
    }

    private static LocalDate birthday(LocalDate born, int year) {
        boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        return leapDay && !java.time.Year.isLeap(year)
                ? LocalDate.of(year, 3, 1)
                : LocalDate.of(year, born.getMonth(), born.getDayOfMonth());
    }

    private static List<IndexedUnit> units(Random random, int count) {
        List<IndexedUnit> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Rule> rules = new ArrayList<>();
            for (int rule = random.nextInt(4); rule > 0; rule--) {
                rules.add(rule(random));
            }
            units.add(new IndexedUnit(
                    new HsaId("SE1111111111-U" + i),
                    true,
                    random.nextBoolean() ? "Norra mottagningen" : "Södra mottagningen",
                    new CatchmentArea(rules),
                    random.nextBoolean() ? Map.of("bvc", "Barnavård") : Map.of("vardcentral", "Vårdcentral")));
        }
        return units;
    }

    private static Rule rule(Random random) {
        MunicipalityCode place = place(random);
        int from = random.nextInt(110);
        boolean everywhere = random.nextInt(5) == 0;
        return new Rule(
                everywhere ? Optional.empty() : Optional.of(place.county()),
                everywhere || random.nextBoolean() ? Optional.empty() : Optional.of(place),
                random.nextBoolean() ? Optional.of(sex(random)) : Optional.empty(),
                random.nextBoolean() ? OptionalInt.of(from) : OptionalInt.empty(),
                random.nextBoolean() ? OptionalInt.of(from + random.nextInt(40)) : OptionalInt.empty());
    }

    /** Four in ten are born on the very day, the day before or after it, or on 29 February. */
    private static Resident resident(Random random, LocalDate day) {
        int years = random.nextInt(112);
        LocalDate born =
                switch (random.nextInt(10)) {
                    case 0, 1 -> day.minusYears(years);
                    case 2 -> day.minusYears(years).plusDays(random.nextInt(3) - 1L);
                    case 3 -> LocalDate.of(2024 - 4 * random.nextInt(28), 2, 29);
                    default -> day(random, 2024 - years);
                };
        MunicipalityCode place = place(random);
        return new Resident(born, sex(random), place.county(), place, Optional.empty());
    }

    /** In one of three the sex, the municipality or where they are registered at all is not known. */
    private static Resident anybody(Random random, LocalDate day) {
        Resident known = resident(random, day);
        boolean hides = random.nextInt(3) == 0;
        return new Resident(
                known.birthDate(),
                known.sex().filter(sex -> !hides || random.nextBoolean()),
                known.county().filter(county -> !hides || random.nextBoolean()),
                known.municipality().filter(municipality -> !hides || random.nextBoolean()),
                known.pseudonym());
    }

    private static LocalDate day(Random random, int year) {
        return random.nextInt(4) == 0
                ? LocalDate.of(year, 2, 28).plusDays(random.nextInt(3))
                : LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
    }

    private static MunicipalityCode place(Random random) {
        return new MunicipalityCode(PLACES.get(random.nextInt(PLACES.size())));
    }

    private static Sex sex(Random random) {
        return random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    }

    @Test
    void twoRulesOfOneUnitDoNotMix() {
        CountyCode stockholm = new CountyCode("01");
        Rule womenInSolna = new Rule(
                stockholm,
                Optional.of(new MunicipalityCode("0184")),
                Optional.of(Sex.FEMALE),
                OptionalInt.empty(),
                OptionalInt.empty());
        Rule menInStockholm = new Rule(
                stockholm,
                Optional.of(new MunicipalityCode("0180")),
                Optional.of(Sex.MALE),
                OptionalInt.empty(),
                OptionalInt.empty());
        CatchmentArea area = new CatchmentArea(List.of(womenInSolna, menInStockholm));
        RuleIndex index = new RuleIndex(
                List.of(new IndexedUnit(new HsaId("SE1111111111-U1"), true, "Mottagning", area, Map.of())));
        MunicipalityCode solna = new MunicipalityCode("0184");
        Resident man = new Resident(LocalDate.of(1890, 1, 1), Sex.MALE, stockholm, solna, Optional.empty());
        Resident woman = new Resident(LocalDate.of(1890, 1, 1), Sex.FEMALE, stockholm, solna, Optional.empty());
        assertThat(index.find(man, 40, List.of(), null, "")).isEmpty();
        assertThat(index.find(woman, 40, List.of(), null, "")).hasSize(1);
    }
}
