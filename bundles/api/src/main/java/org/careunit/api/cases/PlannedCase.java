package org.careunit.api.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.time.SwedishTime;

/**
 * A hypothetical case, from which its messages are forecast.
 *
 * @param caseType never null
 * @param receivedAt when it would come in, in the years 1900 to 9999; never null
 * @param steps what would happen then, by time; at most {@value #MOST_STEPS}; never null
 */
public record PlannedCase(CaseTypeKey caseType, Instant receivedAt, List<Step> steps) {

    public static final int MOST_STEPS = 50;

    /**
     * Something that would happen to the case.
     *
     * @param change what; not its receipt; never null
     * @param at when, in the years 1900 to 9999; never null
     */
    public record Step(CaseChange change, Instant at) {
        public Step {
            Objects.requireNonNull(change, "change");
            SwedishTime.within("at", at);
        }
    }

    /**
     * @throws org.careunit.api.failure.RefusedException if a step is the receipt or comes before it, there are too
     *     many, or a time is of another year
     */
    public PlannedCase {
        Objects.requireNonNull(caseType, "caseType");
        SwedishTime.within("receivedAt", receivedAt);
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
        if (steps.size() > MOST_STEPS) {
            throw ValueProblem.TOO_MANY.refusedAt("steps", MOST_STEPS, steps.size());
        }
        for (Step step : steps) {
            if (step.change() instanceof CaseChange.Received || step.at().isBefore(receivedAt)) {
                throw ValueProblem.PLANNED_STEP.refusedAt("steps");
            }
        }
    }
}
