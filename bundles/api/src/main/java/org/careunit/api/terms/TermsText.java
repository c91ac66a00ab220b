package org.careunit.api.terms;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * The terms of a case type as their author writes them. The first point stands under the case type's name and explains
 * it, the second and third are the first bullets, and the others appear after "Visa fullständig information".
 *
 * @param points in their order: 1 to {@value #MOST}, each with an id of its own; never null
 */
public record TermsText(List<TermsPoint> points) {

    public static final int MOST = 50;

    /** @throws RefusedException if there are none or too many, or two have the same id */
    public TermsText {
        Problems problems = new Problems();
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() > MOST) {
            problems.add(ValueProblem.TERMS_POINTS.at("points", MOST));
        }
        Set<String> ids = new HashSet<>();
        points.stream()
                .map(TermsPoint::id)
                .filter(id -> !ids.add(id))
                .distinct()
                .forEach(twice -> problems.add(ValueProblem.TERMS_TWICE.at("points", twice)));
        problems.refuse();
    }
}
