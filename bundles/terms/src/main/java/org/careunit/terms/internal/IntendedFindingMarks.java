package org.careunit.terms.internal;

import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.storage.documents.Right;
import org.careunit.terms.internal.intended.IntendedFindingStore;
import org.careunit.terms.internal.problems.TermsProblem;

/** Marks findings of the terms check as intended, and removes such marks. */
final class IntendedFindingMarks {

    private final IntendedFindingStore store;

    IntendedFindingMarks(IntendedFindingStore store) {
        this.store = store;
    }

    /** The marks of a unit or region itself, oldest first. */
    List<IntendedFinding> own(TermsOwner owner) {
        return store.of(owner.scope(), owner.type());
    }

    /** The marks in force for an owner: the region's, then the unit's own. */
    List<IntendedFinding> inForce(TermsOwner owner) {
        List<IntendedFinding> own = own(owner);
        return owner.regionsTerms()
                .map(this::own)
                .filter(regions -> !regions.isEmpty())
                .map(regions -> Stream.concat(regions.stream(), own.stream()).toList())
                .orElse(own);
    }

    /**
     * Marks a finding as intended.
     *
     * @param current what the check finds there now
     */
    IntendedFinding mark(TermsOwner owner, Right right, TermsFinding finding, Stream<TermsFinding> current) {
        if (finding.words().isEmpty() || finding.range().isEmpty()) {
            throw TermsProblem.INTENDED_WITHOUT_WORDS.refused(finding.rule().code());
        }
        if (finding.words().get().found().startsWith("{")) {
            throw TermsProblem.BRACES_NOT_INTENDED.refused(finding.words().get().found());
        }
        TermsFinding found = current.filter(one -> isSame(one, finding))
                .findFirst()
                .orElseThrow(() -> TermsProblem.NO_SUCH_FINDING.refused(owner.named()));
        return found.intended().orElseGet(() -> store.add(owner.scope(), owner.type(), right, found));
    }

    private static boolean isSame(TermsFinding one, TermsFinding other) {
        return one.rule() == other.rule()
                && one.words().equals(other.words())
                && one.range()
                        .map(TermsFinding.Range::point)
                        .equals(other.range().map(TermsFinding.Range::point));
    }

    /** Removes a mark. */
    void unmark(TermsOwner owner, Right right, IntendedFinding intended) {
        store.remove(owner.scope(), owner.type(), right, intended);
    }
}
