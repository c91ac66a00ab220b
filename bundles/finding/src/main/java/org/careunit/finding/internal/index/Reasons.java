package org.careunit.finding.internal.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.finding.Explanation;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.storage.Approvals;

/**
 * Says in Swedish why a unit is exposed to a resident, or why not; never anything about the resident but what does not
 * fit.
 */
public record Reasons(Geography geography) {

    private static final String OPEN = "Du kan skicka ärenden till mottagningen.";

    public Explanation explain(
            HsaId unit,
            Optional<IndexedUnit> found,
            Optional<Approvals.Entry> approval,
            Resident resident,
            LocalDate day) {
        if (found.isEmpty() || !found.get().open()) {
            String why = found.isEmpty() ? "är inte ansluten." : "är inte öppen för invånare.";
            return new Explanation(unit, false, List.of("Mottagningen " + why), "Mottagningen " + why);
        }
        List<Rule> rules = found.get().area().rules();
        int age = Ages.on(resident.birthDate(), day);
        for (int i = 0; i < rules.size(); i++) {
            if (fits(rules.get(i), resident, age)) {
                return new Explanation(unit, true, List.of(said(i, rules.get(i)) + "; invånaren omfattas."), OPEN);
            }
        }
        return approval.filter(one -> IndexUnitFinder.holds(one, day))
                .map(one -> new Explanation(unit, true, List.of(approved(one)), OPEN))
                .orElseGet(
                        () -> new Explanation(unit, false, whyNot(rules, approval, resident, age), toResident(rules)));
    }

    /** Residents are not shown a unit's rules; they are told what they can do. */
    private static String toResident(List<Rule> rules) {
        return rules.isEmpty()
                ? "Mottagningen behöver lägga till dig innan du kan skicka ärenden. Ring mottagningen."
                : "Du kan inte skicka ärenden till den här mottagningen. Den tar emot invånare från vissa"
                        + " områden eller i vissa"
                        + " åldrar. Ring mottagningen om du har frågor.";
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

    private static String approved(Approvals.Entry approval) {
        return "Invånaren är godkänd av mottagningen"
                + approval.lastDay().map(day -> " till och med " + day).orElse("") + ".";
    }

    private List<String> whyNot(List<Rule> rules, Optional<Approvals.Entry> ended, Resident resident, int age) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            reasons.add(said(i, rules.get(i)) + "; " + String.join(", ", misfits(rules.get(i), resident, age)) + ".");
        }
        if (rules.isEmpty()) {
            reasons.add("Mottagningen har inget betjäningsområde och godkänner invånare en och en.");
        }
        reasons.add(ended.flatMap(Approvals.Entry::lastDay)
                .map(day -> "Invånarens godkännande gällde till och med " + day + ".")
                .orElse("Invånaren är inte godkänd av mottagningen."));
        return reasons;
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

    private static List<String> misfits(Rule rule, Resident resident, int age) {
        List<String> misfits = new ArrayList<>();
        if (!isFromCounty(rule, resident)) {
            misfits.add(resident.county().isPresent() ? "länet passar inte" : "länet är inte känt");
        } else if (!isFrom(rule, resident)) {
            misfits.add(resident.municipality().isPresent() ? "kommunen passar inte" : "kommunen är inte känd");
        }
        if (!isOfSex(rule, resident)) {
            misfits.add(resident.sex().isPresent() ? "könet passar inte" : "könet är inte känt");
        }
        if (!isOfAge(rule, age)) {
            misfits.add("åldern passar inte");
        }
        return misfits;
    }

    private String said(int number, Rule rule) {
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
