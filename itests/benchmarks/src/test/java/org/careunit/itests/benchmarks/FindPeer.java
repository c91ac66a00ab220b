package org.careunit.itests.benchmarks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.FindParts.Unit;

/** Another way to find units. */
interface FindPeer {

    int EVERYBODY = -1;

    List<HsaId> find(Search search) throws Exception;

    /**
     * A rule in numbers.
     *
     * @param unit the unit's place among all, by HSA-id
     * @param place a municipality's code, or a county's below 0
     * @param sex its ordinal, or {@link #EVERYBODY}
     */
    record Plain(int unit, int place, int sex, int from, int to) {}

    static List<Unit> sorted(List<Unit> units) {
        return units.stream().sorted(Comparator.comparing(Unit::id)).toList();
    }

    static List<Plain> rules(List<Unit> sorted) {
        List<Plain> rules = new ArrayList<>();
        for (int unit = 0; unit < sorted.size(); unit++) {
            for (Rule rule : sorted.get(unit).area().rules()) {
                rules.add(new Plain(
                        unit,
                        rule.municipality()
                                .map(FindPeer::place)
                                .orElseGet(() -> place(rule.county().orElseThrow())),
                        rule.sex().map(FindPeer::number).orElse(EVERYBODY),
                        rule.fromAge().orElse(0),
                        rule.toAge().orElse(CatchmentArea.Rule.OLDEST)));
            }
        }
        return rules;
    }

    static int place(CountyCode county) {
        return -Integer.parseInt(county.value());
    }

    static int place(MunicipalityCode municipality) {
        return Integer.parseInt(municipality.value());
    }

    static int number(Sex sex) {
        return sex == Sex.FEMALE ? 0 : 1;
    }

    static int age(Search search) {
        LocalDate day = search.at().atZone(ZoneId.of("Europe/Stockholm")).toLocalDate();
        return (int) ChronoUnit.YEARS.between(search.resident().birthDate(), day);
    }
}
