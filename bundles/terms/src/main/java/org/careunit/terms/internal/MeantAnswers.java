package org.careunit.terms.internal;

import java.util.List;
import java.util.stream.Stream;
import org.careunit.api.terms.MeantFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.storage.documents.Right;
import org.careunit.terms.internal.meant.MeantStore;
import org.careunit.terms.internal.problems.TermsProblem;

/** Marks findings of the check as intended, and removes the mark. */
final class MeantAnswers {

    private final MeantStore store;

    MeantAnswers(MeantStore store) {
        this.store = store;
    }

    /** What was said where a unit or region writes, oldest first. */
    List<MeantFinding> own(TermsOwner place) {
        return store.of(place.scope(), place.type());
    }

    /** What is in force there: the region's answers, then the unit's own. */
    List<MeantFinding> inForce(TermsOwner place) {
        List<MeantFinding> own = own(place);
        return place.above()
                .map(this::own)
                .filter(regions -> !regions.isEmpty())
                .map(regions -> Stream.concat(regions.stream(), own.stream()).toList())
                .orElse(own);
    }

    /**
     * Says that a finding is meant.
     *
     * @param current what the check finds there now
     */
    MeantFinding mark(TermsOwner place, Right right, TermsFinding finding, Stream<TermsFinding> current) {
        if (finding.words().isEmpty() || finding.place().isEmpty()) {
            throw TermsProblem.MEANT_WITHOUT_WORDS.refused(finding.rule().code());
        }
        if (finding.words().get().found().startsWith("{")) {
            throw TermsProblem.BRACES_NOT_MEANT.refused(finding.words().get().found());
        }
        TermsFinding found = current.filter(one -> isSame(one, finding))
                .findFirst()
                .orElseThrow(() -> TermsProblem.NO_SUCH_FINDING.refused(place.named()));
        return found.meant().orElseGet(() -> store.add(place.scope(), place.type(), right, found));
    }

    private static boolean isSame(TermsFinding one, TermsFinding other) {
        return one.rule() == other.rule()
                && one.words().equals(other.words())
                && one.place()
                        .map(TermsFinding.Place::point)
                        .equals(other.place().map(TermsFinding.Place::point));
    }

    /** Takes back what was said there. */
    void unmark(TermsOwner place, Right right, MeantFinding meant) {
        store.remove(place.scope(), place.type(), right, meant);
    }
}
