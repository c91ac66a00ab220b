package org.careunit.terms.internal.intended;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.terms.internal.problems.TermsProblem;

/**
 * Stored list of the findings of a type that a unit or region has marked as intended.
 *
 * @param findings oldest first
 */
public record IntendedFindingList(List<IntendedFinding> findings) {

    /** The number of the stored form. */
    static final int SHAPE = 1;

    static final IntendedFindingList NONE = new IntendedFindingList(List.of());

    /** The maximum for a type. */
    private static final int MOST = 200;

    public IntendedFindingList {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** @throws RefusedException if there are too many already */
    IntendedFindingList and(IntendedFinding finding) {
        if (findings.size() >= MOST) {
            throw TermsProblem.INTENDED_TOO_MANY.refused(MOST);
        }
        List<IntendedFinding> more = new ArrayList<>(findings);
        more.add(finding);
        return new IntendedFindingList(more);
    }

    /** @throws RefusedException if it is not there */
    IntendedFindingList without(IntendedFinding finding) {
        List<IntendedFinding> fewer = new ArrayList<>(findings);
        if (!fewer.remove(finding)) {
            throw TermsProblem.NOT_INTENDED.refused();
        }
        return new IntendedFindingList(fewer);
    }
}
