package org.careunit.api.readiness;

import java.util.List;
import java.util.Objects;

/**
 * What a check has found.
 *
 * @param standing never null
 * @param reasons in Swedish, each naming the thing to mend, or what is good to know; without personal data; not empty
 *     if {@link CheckStatus#NOT_DONE}; never null
 */
public record CheckResult(CheckStatus standing, List<String> reasons) {

    /**
     * Stands in a reason for whom the unit turns to for support, as in "be {support} starta den": the checklist fills in the name and the
     * contact that the unit's region has said.
     */
    public static final String SUPPORT = "{support}";

    public CheckResult {
        Objects.requireNonNull(standing, "standing");
        reasons = List.copyOf(reasons);
        if (standing == CheckStatus.NOT_DONE && reasons.isEmpty()) {
            throw new IllegalArgumentException("What is not done needs a reason");
        }
    }

    /** Not done if there is anything to mend, else done. */
    public static CheckResult toMend(List<String> reasons) {
        return new CheckResult(reasons.isEmpty() ? CheckStatus.DONE : CheckStatus.NOT_DONE, reasons);
    }

    /** Not needed, and why. */
    public static CheckResult notNeeded(String why) {
        return new CheckResult(CheckStatus.NOT_NEEDED, List.of(why));
    }
}
