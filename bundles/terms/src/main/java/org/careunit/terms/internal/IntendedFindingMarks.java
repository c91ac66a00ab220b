package org.careunit.terms.internal;

import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.storage.documents.Right;
import org.careunit.terms.internal.intended.IntendedFindingStore;
import org.careunit.terms.internal.problems.TermsProblem;

/** Marks findings of the check as intended, and removes the mark. */
final class IntendedFindingMarks {

    private final IntendedFindingStore store;

    IntendedFindingMarks(IntendedFindingStore store) {
        this.store = store;
    }

    /** What was said where a unit or region writes, oldest first. */
    List<IntendedFinding> own(TermsOwner place) {
        return store.of(place.scope(), place.type());
    }

    /** What is in force there: the region's answers, then the unit's own. */
    List<IntendedFinding> inForce(TermsOwner place) {
        List<IntendedFinding> own = own(place);
        return place.above()
                .map(this::own)
                .filter(regions -> !regions.isEmpty())
                .map(regions -> Stream.concat(regions.stream(), own.stream()).toList())
                .orElse(own);
    }

    /**
     * Says that a finding is intended.
     *
     * @param current what the check finds there now
     */
    IntendedFinding mark(TermsOwner place, Right right, TermsFinding finding, Stream<TermsFinding> current) {
        if (finding.words().isEmpty() || finding.place().isEmpty()) {
            throw TermsProblem.INTENDED_WITHOUT_WORDS.refused(finding.rule().code());
        }
        if (finding.words().get().found().startsWith("{")) {
            throw TermsProblem.BRACES_NOT_INTENDED.refused(finding.words().get().found());
        }
        TermsFinding found = current.filter(one -> isSame(one, finding))
                .findFirst()
                .orElseThrow(() -> TermsProblem.NO_SUCH_FINDING.refused(place.named()));
        return found.intended().orElseGet(() -> store.add(place.scope(), place.type(), right, found));
    }

    private static boolean isSame(TermsFinding one, TermsFinding other) {
        return one.rule() == other.rule()
                && one.words().equals(other.words())
                && one.place()
                        .map(TermsFinding.Place::point)
                        .equals(other.place().map(TermsFinding.Place::point));
    }

    /** Takes back what was said there. */
    void unmark(TermsOwner place, Right right, IntendedFinding intended) {
        store.remove(place.scope(), place.type(), right, intended);
    }
}
