package org.careunit.finding.internal.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.api.failure.Problem;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.finding.internal.problems.FindingProblem;
import org.careunit.storage.Approvals;

/** Explains in Swedish why a unit is exposed to a resident or not, without other facts about the resident. */
public record ExposureReasons(Geography geography) {

    /** Properties of a resident that can exclude a rule. */
    private enum Misfit {
        COUNTY("länet passar inte", "the county"),
        COUNTY_UNKNOWN("länet är inte känt", "the county is not known"),
        MUNICIPALITY("kommunen passar inte", "the municipality"),
        MUNICIPALITY_UNKNOWN("kommunen är inte känd", "the municipality is not known"),
        SEX("könet passar inte", "the sex"),
        SEX_UNKNOWN("könet är inte känt", "the sex is not known"),
        AGE("åldern passar inte", "the age");

        private final String swedish;
        private final String english;

        Misfit(String swedish, String english) {
            this.swedish = swedish;
            this.english = english;
        }

        String swedish() {
            return swedish;
        }

        String english() {
            return english;
        }
    }

    public Exposure explain(
            HsaId unit,
            Optional<IndexedUnit> found,
            Optional<Approvals.Entry> approval,
            Resident resident,
            LocalDate day) {
        if (found.isEmpty() || !found.get().open()) {
            Problem why = (found.isEmpty() ? FindingProblem.NOT_JOINED : FindingProblem.NOT_OPEN).with();
            return new Exposure(unit, false, List.of(why), why);
        }
        List<Rule> rules = found.get().area().rules();
        int age = Ages.on(resident.birthDate(), day);
        for (int i = 0; i < rules.size(); i++) {
            if (fits(rules.get(i), resident, age)) {
                return new Exposure(unit, true, List.of(fits(i, rules.get(i))), FindingProblem.MAY_SEND.with());
            }
        }
        return approval.filter(one -> IndexUnitFinder.holds(one, day))
                .map(one -> new Exposure(unit, true, List.of(approved(one)), FindingProblem.MAY_SEND.with()))
                .orElseGet(() -> new Exposure(unit, false, whyNot(rules, approval, resident, age), toResident(rules)));
    }

    /** For residents: what they can do, without the unit's rules. */
    private static Problem toResident(List<Rule> rules) {
        return (rules.isEmpty() ? FindingProblem.MUST_BE_APPROVED : FindingProblem.OUTSIDE).with();
    }

    /** Whether a rule of the area fits, approved or not. */
    public static boolean fits(CatchmentArea area, Resident resident, LocalDate day) {
        int age = Ages.on(resident.birthDate(), day);
        for (Rule rule : area.rules()) {
            if (fits(rule, resident, age)) {
                return true;
            }
        }
        return false;
    }

    private static Problem approved(Approvals.Entry approval) {
        return approval.lastDay().map(FindingProblem.APPROVED_UNTIL::with).orElseGet(FindingProblem.APPROVED::with);
    }

    private List<Problem> whyNot(List<Rule> rules, Optional<Approvals.Entry> ended, Resident resident, int age) {
        List<Problem> reasons = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            reasons.add(misfits(i, rules.get(i), misfits(rules.get(i), resident, age)));
        }
        if (rules.isEmpty()) {
            reasons.add(FindingProblem.NO_AREA.with());
        }
        reasons.add(ended.flatMap(Approvals.Entry::lastDay)
                .map(FindingProblem.APPROVAL_ENDED::with)
                .orElseGet(FindingProblem.RESIDENT_NOT_APPROVED::with));
        return reasons;
    }

    private Problem fits(int number, Rule rule) {
        return FindingProblem.RULE_FITS
                .at("/rules/" + number, number + 1)
                .withSwedish(described(number, rule) + "; invånaren omfattas.");
    }

    private Problem misfits(int number, Rule rule, List<Misfit> misfits) {
        String what = misfits.stream().map(Misfit::english).collect(Collectors.joining(", "));
        String swedish = misfits.stream().map(Misfit::swedish).collect(Collectors.joining(", "));
        return FindingProblem.RULE_MISFITS
                .at("/rules/" + number, number + 1, what)
                .withSwedish(described(number, rule) + "; " + swedish + ".");
    }

    private static boolean fits(Rule rule, Resident resident, int age) {
        return isFrom(rule, resident) && isOfSex(rule, resident) && isOfAge(rule, age);
    }

    private static boolean isFrom(Rule rule, Resident resident) {
        return isFromCounty(rule, resident)
                && (rule.municipality().isEmpty() || rule.municipality().equals(resident.municipality()));
    }

    private static boolean isFromCounty(Rule rule, Resident resident) {
        return rule.county().isEmpty() || rule.county().equals(resident.county());
    }

    private static boolean isOfSex(Rule rule, Resident resident) {
        return rule.sex().isEmpty() || rule.sex().equals(resident.sex());
    }

    private static boolean isOfAge(Rule rule, int age) {
        return Ages.from(rule) <= age && age <= Ages.to(rule);
    }

    private static List<Misfit> misfits(Rule rule, Resident resident, int age) {
        List<Misfit> misfits = new ArrayList<>();
        if (!isFromCounty(rule, resident)) {
            misfits.add(resident.county().isPresent() ? Misfit.COUNTY : Misfit.COUNTY_UNKNOWN);
        } else if (!isFrom(rule, resident)) {
            misfits.add(resident.municipality().isPresent() ? Misfit.MUNICIPALITY : Misfit.MUNICIPALITY_UNKNOWN);
        }
        if (!isOfSex(rule, resident)) {
            misfits.add(resident.sex().isPresent() ? Misfit.SEX : Misfit.SEX_UNKNOWN);
        }
        if (!isOfAge(rule, age)) {
            misfits.add(Misfit.AGE);
        }
        return misfits;
    }

    private String described(int number, Rule rule) {
        String who =
                rule.sex().map(sex -> sex == Sex.FEMALE ? "kvinnor" : "män").orElse("alla");
        return "Regel " + (number + 1) + ": gäller " + who + ages(rule) + " i " + place(rule);
    }

    private static String ages(Rule rule) {
        if (rule.fromAge().isEmpty() && rule.toAge().isEmpty()) {
            return "";
        }
        if (rule.toAge().isEmpty()) {
            return " från " + rule.fromAge().getAsInt() + " år";
        }
        if (rule.fromAge().isEmpty()) {
            return " till och med " + rule.toAge().getAsInt() + " år";
        }
        int from = rule.fromAge().getAsInt();
        int to = rule.toAge().getAsInt();
        return from == to ? " " + from + " år" : " " + from + "–" + to + " år";
    }

    private String place(Rule rule) {
        return rule.municipality()
                .map(this::name)
                .or(() -> rule.county().map(this::name))
                .orElse("hela landet");
    }

    private String name(MunicipalityCode code) {
        return geography.municipality(code).map(Geography.Municipality::name).orElse("kommun " + code);
    }

    private String name(CountyCode code) {
        return geography.counties().stream()
                .filter(county -> county.code().equals(code))
                .map(Geography.County::name)
                .findFirst()
                .orElse("län " + code);
    }
}
