package org.careunit.terms.internal.meant;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.MeantFinding;
import org.careunit.terms.internal.problems.TermsProblem;

/**
 * What is kept of the findings of a type that a unit or region has said are meant.
 *
 * @param findings oldest first
 */
public record MeantContent(List<MeantFinding> findings) {

    /** The number of the form that they are kept in. */
    static final int SHAPE = 1;

    static final MeantContent NONE = new MeantContent(List.of());

    /** How many are kept of a type. */
    private static final int MOST = 200;

    public MeantContent {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** @throws RefusedException if there are too many already */
    MeantContent and(MeantFinding finding) {
        if (findings.size() >= MOST) {
            throw TermsProblem.MEANT_TOO_MANY.refused(MOST);
        }
        List<MeantFinding> more = new ArrayList<>(findings);
        more.add(finding);
        return new MeantContent(more);
    }

    /** @throws RefusedException if it is not there */
    MeantContent without(MeantFinding finding) {
        List<MeantFinding> fewer = new ArrayList<>(findings);
        if (!fewer.remove(finding)) {
            throw TermsProblem.NOT_MEANT.refused();
        }
        return new MeantContent(fewer);
    }
}
