package org.careunit.api.readiness;

import java.util.List;
import java.util.Objects;
import org.careunit.api.failure.Problem;

/**
 * Result of a readiness check.
 *
 * @param status never null
 * @param problems each naming the thing to mend, or what is good to know; without personal data; not empty if
 *     {@link CheckStatus#NOT_DONE}; never null
 */
public record CheckResult(CheckStatus status, List<Problem> problems) {

    /**
     * A value of a problem that stands for whom the unit turns to for support, as in "be {support} starta den": the
     * checklist fills in the name and the contact that the unit's region has said.
     */
    public static final String SUPPORT = "{support}";

    public CheckResult {
        Objects.requireNonNull(status, "status");
        problems = List.copyOf(problems);
        if (status == CheckStatus.NOT_DONE && problems.isEmpty()) {
            throw new IllegalArgumentException("What is not done needs a reason");
        }
    }

    /** The problems in Swedish. */
    public List<String> reasons() {
        return problems.stream().map(Problem::swedish).toList();
    }

    /** Not done if there are problems, else done. */
    public static CheckResult toFix(List<Problem> problems) {
        return new CheckResult(problems.isEmpty() ? CheckStatus.DONE : CheckStatus.NOT_DONE, problems);
    }

    /** Not needed, and why. */
    public static CheckResult notNeeded(Problem why) {
        return new CheckResult(CheckStatus.NOT_NEEDED, List.of(why));
    }
}
