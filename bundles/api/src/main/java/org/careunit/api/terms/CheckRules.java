package org.careunit.api.terms;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * A region's rules for the check of terms.
 *
 * @param primaryCancelHours how many hours before its time a visit may still be cancelled in primary care, 1 to 720;
 *     empty where the region has not said: nothing is compared then
 * @param specialistCancelHours the same in specialist care
 * @param primaryCareTypes the keys of the care types that are primary care: a unit that offers one of these and no
 *     other is primary care; never null
 * @param outdatedNames names that are not used any more, each with what stands in its place; never null
 * @param fewestPoints how many points terms have at least, 1 to 50
 */
public record CheckRules(
        OptionalInt primaryCancelHours,
        OptionalInt specialistCancelHours,
        Set<String> primaryCareTypes,
        Map<String, String> outdatedNames,
        int fewestPoints) {
    private static final int MOST_HOURS = 720;
    private static final int MOST = 200;

    /** The default; the names are those that 1177 abandoned in June 2022. */
    public static final CheckRules DEFAULT = new CheckRules(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Set.of("vardcentral", "jourmottagning", "barnavardscentral", "barnmorskemottagning", "ungdomsmottagning"),
            Map.of(
                    "Mina vårdkontakter", "1177",
                    "MVK", "1177",
                    "minavardkontakter.se", "1177.se",
                    "vardguiden.se", "1177.se",
                    "1177 Vårdguidens e-tjänster", "1177 e-tjänster",
                    "1177 Vårdguidens", "1177",
                    "1177 Vårdguiden", "1177",
                    "Vårdguiden 1177", "1177",
                    "Vårdguidens e-tjänster", "1177 e-tjänster",
                    "Vårdguiden", "1177"),
            3);

    /** @throws RefusedException if a number is out of its range, a name is blank, or there are too many */
    public CheckRules {
        Objects.requireNonNull(primaryCareTypes, "primaryCareTypes");
        Objects.requireNonNull(outdatedNames, "outdatedNames");
        primaryCancelHours = primaryCancelHours == null ? OptionalInt.empty() : primaryCancelHours;
        specialistCancelHours = specialistCancelHours == null ? OptionalInt.empty() : specialistCancelHours;
        Problems problems = new Problems();
        primaryCancelHours.ifPresent(hours -> between(problems, "primaryCancelHours", hours, MOST_HOURS));
        specialistCancelHours.ifPresent(hours -> between(problems, "specialistCancelHours", hours, MOST_HOURS));
        between(problems, "fewestPoints", fewestPoints, TermsText.MOST);
        primaryCareTypes = Collections.unmodifiableSet(new TreeSet<>(primaryCareTypes));
        outdatedNames = Collections.unmodifiableMap(new TreeMap<>(outdatedNames));
        if (primaryCareTypes.size() > MOST || outdatedNames.size() > MOST) {
            problems.add(ValueProblem.TERMS_TOO_MANY_RULES.with(MOST));
        }
        if (!outdatedNames.entrySet().stream().allMatch(name -> isName(name.getKey()) && isName(name.getValue()))) {
            problems.add(ValueProblem.TERMS_NAME.at("outdatedNames"));
        }
        problems.refuse();
    }

    /** The limits of both care levels, for whom nobody knows the level; none if the region has not said both. */
    public List<Integer> cancelHours() {
        return primaryCancelHours.isPresent() && specialistCancelHours.isPresent()
                ? List.of(primaryCancelHours.getAsInt(), specialistCancelHours.getAsInt())
                : List.of();
    }

    private static void between(Problems problems, String what, int number, int most) {
        if (number < 1 || number > most) {
            problems.add(ValueProblem.TERMS_NUMBER.at(what, most));
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= 100;
    }

    public CheckRules withPrimaryCancelHours(OptionalInt primaryCancelHours) {
        return new CheckRules(primaryCancelHours, specialistCancelHours, primaryCareTypes, outdatedNames, fewestPoints);
    }

    public CheckRules withSpecialistCancelHours(OptionalInt specialistCancelHours) {
        return new CheckRules(primaryCancelHours, specialistCancelHours, primaryCareTypes, outdatedNames, fewestPoints);
    }

    public CheckRules withPrimaryCareTypes(Set<String> primaryCareTypes) {
        return new CheckRules(primaryCancelHours, specialistCancelHours, primaryCareTypes, outdatedNames, fewestPoints);
    }

    public CheckRules withOutdatedNames(Map<String, String> outdatedNames) {
        return new CheckRules(primaryCancelHours, specialistCancelHours, primaryCareTypes, outdatedNames, fewestPoints);
    }

    public CheckRules withFewestPoints(int fewestPoints) {
        return new CheckRules(primaryCancelHours, specialistCancelHours, primaryCareTypes, outdatedNames, fewestPoints);
    }
}
