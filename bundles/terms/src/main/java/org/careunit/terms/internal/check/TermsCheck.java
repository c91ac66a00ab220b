package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Range;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/**
 * Applies all rules of the terms check to all points. Its time grows with the length of the texts alone, and what it
 * finds is bounded.
 */
public final class TermsCheck {

    /** How many findings of a point are listed. */
    static final int MOST = 20;

    private static final List<TextRule> RULES = List.of(
            new Placeholders(),
            new PromisedDays(),
            new CancelLimit(),
            new OutdatedNames(),
            new ProxyAge(),
            new Addresses());

    private TermsCheck() {}

    /** What is found: first in the points, in their order, then in the terms as a whole. */
    public static List<TermsFinding> findings(List<TermsPoint> points, CheckContext expected) {
        List<TermsFinding> found = new ArrayList<>();
        for (TermsPoint point : points) {
            Passage passage = new Passage(point);
            List<TermsFinding> ofPoint = RULES.stream()
                    .flatMap(rule -> rule.find(passage, expected).stream())
                    .map(expected.intended()::applied)
                    .toList();
            found.addAll(first(point, ofPoint));
        }
        tooFew(points, expected.rules().fewestPoints()).ifPresent(found::add);
        PromisedDays.reminder(expected).ifPresent(found::add);
        return found;
    }

    /** Only errors, which prevent that terms are shown. */
    public static List<TermsFinding> errors(
            List<TermsPoint> points, OptionalInt handlingDays, IntendedFindings intended) {
        return points.stream()
                .flatMap(point -> Placeholders.find(new Passage(point), handlingDays).stream()
                        .map(intended::applied)
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .limit(MOST))
                .toList();
    }

    /** In the order of the text; where there are too many, errors before others. */
    private static List<TermsFinding> first(TermsPoint point, List<TermsFinding> found) {
        Comparator<TermsFinding> byPlace = Comparator.comparing(
                finding -> finding.range().map(Range::start).orElse(0));
        if (found.size() <= MOST) {
            return found.stream().sorted(byPlace).toList();
        }
        List<TermsFinding> listed = new ArrayList<>(found.stream()
                .sorted(Comparator.comparing(TermsFinding::severity).thenComparing(byPlace))
                .limit(MOST)
                .sorted(byPlace)
                .toList());
        listed.add(new TermsFinding(
                TermsFinding.Rule.MORE,
                Severity.NOTE,
                Optional.of(new Range(point.id(), 0, point.text().length())),
                "Punkten har " + (found.size() - MOST) + " anmärkningar till",
                "Rätta de som visas och kontrollera texten igen"));
        return listed;
    }

    private static Optional<TermsFinding> tooFew(List<TermsPoint> points, int fewest) {
        if (points.size() >= fewest) {
            return Optional.empty();
        }
        return Optional.of(new TermsFinding(
                TermsFinding.Rule.TOO_FEW_POINTS,
                Severity.WARNING,
                Optional.empty(),
                "Villkorstexten har bara " + points.size() + (points.size() == 1 ? " punkt" : " punkter"),
                "Skriv minst " + fewest + ": en som förklarar ärendetypen, och de viktigaste villkoren därefter"));
    }
}
