package org.careunit.api.readiness;

import java.util.List;
import java.util.Objects;

/**
 * What a check has found.
 *
 * @param standing never null
 * @param reasons in Swedish, each naming the thing to mend, or what is good to know; without personal data; not empty if
 *     {@link Standing#NOT_DONE}; never null
 */
public record Verdict(Standing standing, List<String> reasons) {

    public Verdict {
        Objects.requireNonNull(standing, "standing");
        reasons = List.copyOf(reasons);
        if (standing == Standing.NOT_DONE && reasons.isEmpty()) {
            throw new IllegalArgumentException("What is not done needs a reason");
        }
    }

    /** Not done if there is anything to mend, else done. */
    public static Verdict toMend(List<String> reasons) {
        return new Verdict(reasons.isEmpty() ? Standing.DONE : Standing.NOT_DONE, reasons);
    }

    /** Not needed, and why. */
    public static Verdict notNeeded(String why) {
        return new Verdict(Standing.NOT_NEEDED, List.of(why));
    }
}
