package org.careunit.itests.benchmarks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.FindParts.Unit;

/**
 * Asks for residents whose birthdays are now, and says from every rule of every unit, and by counting birthdays, what
 * is right.
 */
final class FindOracle {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int OLDEST = 112;

    private final List<Unit> units;
    private final List<Search> places = new FindUnits(3).questions(10_000);
    private final Random random = new Random(4);

    FindOracle(List<Unit> units) {
        this.units = FindPeer.sorted(units);
    }

    /** How many of so many residents are given another list than they should. */
    int wrong(FindPeer finder, int residents) throws Exception {
        int wrong = 0;
        for (int i = 0; i < residents; i++) {
            Search question = question(places.get(i % places.size()));
            wrong += finder.find(question).equals(right(question)) ? 0 : 1;
        }
        return wrong;
    }

    /**
     * Half are born on the day, the day before or after it, or on 29 February; half of the days are around that one
     * too.
     */
    private Search question(Search place) {
        int year = 1920 + random.nextInt(10);
        LocalDate day = random.nextBoolean()
                ? LocalDate.of(year, 2, 28).plusDays(random.nextInt(3))
                : LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        Resident from = place.resident();
        Resident resident = new Resident(born(day), from.sex(), from.county(), from.municipality(), Optional.empty());
        LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
        return new Search(resident, day.atTime(time).atZone(SWEDEN).toInstant(), place.careType(), "");
    }

    private LocalDate born(LocalDate day) {
        LocalDate years = day.minusYears(random.nextInt(OLDEST));
        return switch (random.nextInt(4)) {
            case 0 -> years.plusDays(random.nextInt(3) - 1L);
            case 1 -> LocalDate.of(1920 - 4 * random.nextInt(4), 2, 29);
            default -> LocalDate.ofYearDay(years.getYear(), 1 + random.nextInt(365));
        };
    }

    private List<HsaId> right(Search question) {
        LocalDate day = question.at().atZone(SWEDEN).toLocalDate();
        int age = birthdays(question.resident().birthDate(), day);
        return units.stream()
                .filter(unit -> unit.area().rules().stream().anyMatch(rule -> fits(rule, question.resident(), age)))
                .filter(unit ->
                        question.careType().map(unit.careTypes()::contains).orElse(true))
                .map(Unit::id)
                .toList();
    }

    private static boolean fits(Rule rule, Resident resident, int age) {
        return age >= 0
                && (rule.county().isEmpty() || rule.county().equals(resident.county()))
                && (rule.municipality().isEmpty() || rule.municipality().equals(resident.municipality()))
                && (rule.sex().isEmpty() || rule.sex().equals(resident.sex()))
                && age >= rule.fromAge().orElse(0)
                && age <= rule.toAge().orElse(Integer.MAX_VALUE);
    }

    /** How many there have been; -1 before the birth. */
    private static int birthdays(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        return birthday(born, day.getYear()).isAfter(day) ? years - 1 : years;
    }

    private static LocalDate birthday(LocalDate born, int year) {
        boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year) ? LocalDate.of(year, 3, 1) : born.withYear(year);
    }
}
