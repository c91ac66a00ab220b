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

    /** The default: nobody but those approved one by one. */
    public static final CatchmentArea NONE = new CatchmentArea(List.of());

    /** @throws RefusedException if there are too many rules */
    public CatchmentArea {
        rules = rules == null ? List.of() : rules.stream().distinct().toList();
        SectionRules.atMost("rules", rules, MOST);
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
            requireInside(county, municipality);
            requireAge("fromAge", fromAge);
            requireAge("toAge", toAge);
            if (fromAge.isPresent() && toAge.isPresent() && fromAge.getAsInt() > toAge.getAsInt()) {
                throw ValueProblem.AGES.refusedAt("fromAge", fromAge.getAsInt(), toAge.getAsInt());
            }
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

        private static void requireInside(Optional<CountyCode> county, Optional<MunicipalityCode> municipality) {
            if (municipality.isEmpty()) {
                return;
            }
            CountyCode named = county.orElseThrow(() -> SectionProblem.COUNTY_MISSING.refusedAt("county"));
            if (!municipality.get().county().equals(named)) {
                throw SectionProblem.MUNICIPALITY_ELSEWHERE.refusedAt("municipality", municipality.get(), named);
            }
        }

        private static void requireAge(String name, OptionalInt age) {
            if (age.isPresent() && (age.getAsInt() < 0 || age.getAsInt() > OLDEST)) {
                throw SectionProblem.AGE.refusedAt(name, OLDEST, age.getAsInt());
            }
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
