package org.careunit.terms.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Words;

/**
 * Findings of the check that are marked as intended. Words are compared with placeholders in braces filled in, so that
 * a mark on a draft also applies to the text that residents read.
 *
 * @param said the region's and the unit's
 * @param filled fills in what stands in braces
 */
public record IntendedFindings(List<IntendedFinding> said, UnaryOperator<String> filled) {

    /** No findings. */
    public static final IntendedFindings NONE = new IntendedFindings(List.of(), UnaryOperator.identity());

    public IntendedFindings {
        said = List.copyOf(said);
    }

    /** The finding, as a note if it is marked as intended. */
    TermsFinding applied(TermsFinding finding) {
        return answerTo(finding).map(finding::answered).orElse(finding);
    }

    /** The mark of a finding. */
    public Optional<IntendedFinding> answerTo(TermsFinding finding) {
        if (said.isEmpty() || finding.words().isEmpty() || finding.range().isEmpty()) {
            return Optional.empty();
        }
        String point = finding.range().get().point();
        Words words = finding.words().get();
        return said.stream()
                .filter(one -> one.rule() == finding.rule() && one.point().equals(point))
                .filter(one -> isSame(one.found(), words.found()) && isSame(one.sentence(), words.sentence()))
                .findFirst();
    }

    private boolean isSame(String said, String found) {
        return said.equals(found) || filled.apply(said).equals(filled.apply(found));
    }
}
