package org.careunit.itests.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.FindParts;
import org.careunit.finding.internal.FindParts.Unit;

/**
 * Units of two rules each, four in five for one municipality of 290 and the others for a county of 21; three in ten for
 * one sex; ages from one and to another bound, or without. Each offers three of 25 care types. Residents ask from
 * everywhere, every second one for a care type.
 */
final class FindUnits {

    private static final int CARE_TYPES = 25;
    private static final int[] BOUNDS = {0, 1, 6, 13, 16, 18, 20, 23, 25, 65};

    private final List<MunicipalityCode> municipalities;
    private final Random random;

    FindUnits(long seed) {
        random = new Random(seed);
        Geography geography = FindParts.geography();
        municipalities = geography.counties().stream()
                .flatMap(county -> geography.municipalities(county.code()).stream())
                .map(Geography.Municipality::code)
                .toList();
    }

    List<Unit> units(int count) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CatchmentArea area = new CatchmentArea(List.of(rule(), rule()));
            Set<String> careTypes = new HashSet<>(List.of(careType(), careType(), careType()));
            units.add(new Unit(new HsaId("SE1111111111-U" + i), area, careTypes));
        }
        return units;
    }

    List<Search> questions(int count) {
        List<Search> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MunicipalityCode place = municipality();
            LocalDate born = LocalDate.of(1820 + random.nextInt(100), 1, 1).plusDays(random.nextInt(365));
            Resident resident = new Resident(born, sex(), place.county(), place, Optional.empty());
            Optional<String> careType = random.nextBoolean() ? Optional.of(careType()) : Optional.empty();
            questions.add(new Search(resident, Instant.parse("1920-06-01T12:00:00Z"), careType, ""));
        }
        return questions;
    }

    /** By somebody whom the first rule of each of the units fits that {@link #units} makes of the same seed. */
    List<Search> questionsWithin(int count) {
        return units(count).stream()
                .map(unit -> within(unit.area().rules().get(0)))
                .toList();
    }

    private Search within(Rule rule) {
        MunicipalityCode place = rule.municipality().orElseGet(() -> municipalities.stream()
                .filter(one -> rule.county().filter(one.county()::equals).isPresent())
                .findFirst()
                .orElseThrow());
        Resident resident = new Resident(
                LocalDate.of(1920, 1, 1).minusYears(rule.fromAge().orElse(0)),
                rule.sex().orElse(Sex.FEMALE),
                place.county(),
                place,
                Optional.empty());
        return Search.all(resident, Instant.parse("1920-06-01T12:00:00Z"));
    }

    private Rule rule() {
        MunicipalityCode place = municipality();
        int from = random.nextInt(BOUNDS.length);
        int to = random.nextInt(BOUNDS.length);
        return new Rule(
                place.county(),
                random.nextInt(5) > 0 ? Optional.of(place) : Optional.empty(),
                random.nextInt(10) < 3 ? Optional.of(sex()) : Optional.empty(),
                from == 0 ? OptionalInt.empty() : OptionalInt.of(BOUNDS[from]),
                to <= from ? OptionalInt.empty() : OptionalInt.of(BOUNDS[to] - 1));
    }

    private MunicipalityCode municipality() {
        return municipalities.get(random.nextInt(municipalities.size()));
    }

    private Sex sex() {
        return random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    }

    private String careType() {
        return "care-type-" + random.nextInt(CARE_TYPES);
    }
}
