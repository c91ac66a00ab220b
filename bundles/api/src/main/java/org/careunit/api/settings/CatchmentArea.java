package org.careunit.api.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** What holds until the unit decides: nobody but those approved one by one. */
    public static final CatchmentArea NONE = new CatchmentArea(List.of());

    /** @throws RefusedException if there are too many rules */
    public CatchmentArea {
        rules = rules == null ? List.of() : rules.stream().distinct().toList();
        SectionRules.atMost("rules", rules, MOST);
    }

    /**
     * Residents of a county who fit everything else that the rule says.
     *
     * @param county where they live; never null
     * @param municipality of that county; empty for all of it
     * @param sex empty for everybody
     * @param fromAge the lowest age in years, 0 to {@value #OLDEST}; empty for no lower end
     * @param toAge the highest age in years, itself included, not below {@code fromAge}; empty for no upper end
     */
    public record Rule(
            CountyCode county,
            Optional<MunicipalityCode> municipality,
            Optional<Sex> sex,
            OptionalInt fromAge,
            OptionalInt toAge) {
        public static final int OLDEST = 150;

        /**
         * @throws RefusedException if the county is missing, the municipality lies elsewhere, or the ages are no range
         */
        public Rule {
            if (county == null) {
                throw SectionProblem.COUNTY_MISSING.refusedAt("county");
            }
            municipality = municipality == null ? Optional.empty() : municipality;
            sex = sex == null ? Optional.empty() : sex;
            fromAge = fromAge == null ? OptionalInt.empty() : fromAge;
            toAge = toAge == null ? OptionalInt.empty() : toAge;
            requireInside(county, municipality);
            requireAge("fromAge", fromAge);
            requireAge("toAge", toAge);
            if (fromAge.isPresent() && toAge.isPresent() && fromAge.getAsInt() > toAge.getAsInt()) {
                throw ValueProblem.AGES.refusedAt("fromAge", fromAge.getAsInt(), toAge.getAsInt());
            }
        }

        private static void requireInside(CountyCode county, Optional<MunicipalityCode> municipality) {
            municipality.filter(code -> !code.county().equals(county)).ifPresent(elsewhere -> {
                throw SectionProblem.MUNICIPALITY_ELSEWHERE.refusedAt("municipality", elsewhere, county);
            });
        }

        private static void requireAge(String name, OptionalInt age) {
            if (age.isPresent() && (age.getAsInt() < 0 || age.getAsInt() > OLDEST)) {
                throw SectionProblem.AGE.refusedAt(name, OLDEST, age.getAsInt());
            }
        }

        public Rule withCounty(CountyCode county) {
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
