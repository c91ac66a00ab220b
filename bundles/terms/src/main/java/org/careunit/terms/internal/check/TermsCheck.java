package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Place;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/** All rules over all points. */
public final class TermsCheck {

    private static final List<Rule> RULES = List.of(
            new Placeholders(),
            new PromisedDays(),
            new CancelLimit(),
            new OutdatedNames(),
            new ProxyAge(),
            new Addresses());

    private TermsCheck() {}

    /** What is found: first in the points, in their order, then in the terms as a whole. */
    public static List<TermsFinding> findings(List<TermsPoint> points, Expected expected) {
        List<TermsFinding> found = new ArrayList<>();
        for (TermsPoint point : points) {
            Passage passage = new Passage(point);
            RULES.stream()
                    .flatMap(rule -> rule.find(passage, expected).stream())
                    .sorted(Comparator.comparing(
                            finding -> finding.place().map(Place::start).orElse(0)))
                    .forEach(found::add);
        }
        tooFew(points, expected.rules().fewestPoints()).ifPresent(found::add);
        PromisedDays.reminder(expected).ifPresent(found::add);
        return found;
    }

    /** Only what keeps terms from being shown. */
    public static List<TermsFinding> errors(List<TermsPoint> points, OptionalInt handlingDays) {
        return points.stream()
                .flatMap(point -> Placeholders.find(new Passage(point), handlingDays).stream())
                .toList();
    }

    private static Optional<TermsFinding> tooFew(List<TermsPoint> points, int fewest) {
        if (points.size() >= fewest) {
            return Optional.empty();
        }
        return Optional.of(new TermsFinding(
                Severity.WARNING,
                Optional.empty(),
                "Villkorstexten har bara " + points.size() + (points.size() == 1 ? " punkt" : " punkter"),
                "Skriv minst " + fewest + ": en som förklarar ärendetypen, och de viktigaste villkoren därefter"));
    }
}
