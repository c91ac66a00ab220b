package org.careunit.api.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;

/**
 * Which residents see the unit and may send to it ("betjäningsområde"): those who fit one of the rules. Without any
 * rule residents are approved one by one; anybody outside can be approved, too.
 *
 * @param rules each once, at most {@value #MOST}; never null, may be empty
 */
public record CatchmentArea(List<Rule> rules) implements Section {

    public static final int MOST = 500;

    /** The default: nobody but those approved one by one. */
    public static final CatchmentArea NONE = new CatchmentArea(List.of());

    /** @throws RefusedException if there are too many rules */
    public CatchmentArea {
        Problems problems = new Problems();
        rules = rules == null ? List.of() : rules.stream().distinct().toList();
        SectionRules.isAtMost(problems, "rules", rules, MOST);
        problems.refuse();
    }

    /**
     * Residents of a place who fit everything else that the rule says.
     *
     * @param county where they are registered; empty for the whole country, which takes in those of whom it is not
     *     known, people with a protected address or a reserve number among them
     * @param municipality of that county; empty for all of it
     * @param sex empty for everybody
     * @param fromAge the lowest age in years, 0 to {@value #OLDEST}; empty for no lower end
     * @param toAge the highest age in years, itself included, not below {@code fromAge}; empty for no upper end
     */
    public record Rule(
            Optional<CountyCode> county,
            Optional<MunicipalityCode> municipality,
            Optional<Sex> sex,
            OptionalInt fromAge,
            OptionalInt toAge) {
        public static final int OLDEST = 150;

        /**
         * @throws RefusedException if a municipality is without its county or lies elsewhere, or the ages are no range
         */
        public Rule {
            county = county == null ? Optional.empty() : county;
            municipality = municipality == null ? Optional.empty() : municipality;
            sex = sex == null ? Optional.empty() : sex;
            fromAge = fromAge == null ? OptionalInt.empty() : fromAge;
            toAge = toAge == null ? OptionalInt.empty() : toAge;
            Problems problems = new Problems();
            requireInside(problems, county, municipality);
            boolean isFrom = isAge(problems, "fromAge", fromAge);
            boolean isTo = isAge(problems, "toAge", toAge);
            if (isFrom && isTo && fromAge.isPresent() && toAge.isPresent() && fromAge.getAsInt() > toAge.getAsInt()) {
                problems.add(ValueProblem.AGES.at("fromAge", fromAge.getAsInt(), toAge.getAsInt()));
            }
            problems.refuse();
        }

        /** For the residents of a county. */
        public Rule(
                CountyCode county,
                Optional<MunicipalityCode> municipality,
                Optional<Sex> sex,
                OptionalInt fromAge,
                OptionalInt toAge) {
            this(Optional.of(county), municipality, sex, fromAge, toAge);
        }

        private static void requireInside(
                Problems problems, Optional<CountyCode> county, Optional<MunicipalityCode> municipality) {
            if (municipality.isPresent() && county.isEmpty()) {
                problems.add(SectionProblem.COUNTY_MISSING.at("county"));
            } else if (municipality.isPresent() && !municipality.get().county().equals(county.get())) {
                problems.add(
                        SectionProblem.MUNICIPALITY_ELSEWHERE.at("municipality", municipality.get(), county.get()));
            }
        }

        private static boolean isAge(Problems problems, String name, OptionalInt age) {
            boolean isOne = age.isEmpty() || (age.getAsInt() >= 0 && age.getAsInt() <= OLDEST);
            if (!isOne) {
                problems.add(SectionProblem.AGE.at(name, OLDEST, age.getAsInt()));
            }
            return isOne;
        }

        public Rule withCounty(Optional<CountyCode> county) {
            return new Rule(county, municipality, sex, fromAge, toAge);
        }

        public Rule withMunicipality(Optional<MunicipalityCode> municipality) {
            return new Rule(county, municipality, sex, fromAge, toAge);
        }

        public Rule withSex(Optional<Sex> sex) {
            return new Rule(county, municipality, sex, fromAge, toAge);
        }

        public Rule withFromAge(OptionalInt fromAge) {
            return new Rule(county, municipality, sex, fromAge, toAge);
        }

        public Rule withToAge(OptionalInt toAge) {
            return new Rule(county, municipality, sex, fromAge, toAge);
        }
    }
}
