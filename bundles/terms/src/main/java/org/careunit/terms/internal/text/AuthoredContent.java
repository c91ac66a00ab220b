package org.careunit.terms.internal.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.terms.internal.problems.TermsProblem;
import org.careunit.terms.internal.text.TermsContent.Entry;

/**
 * Terms content from people's input: {@link TermsContent} with each point validated and normalised.
 *
 * @param points in their order, 1 to {@value TermsText#MOST}; never null
 * @param without the ids of the inherited points that are taken out; points of the region that are in neither are
 *     inherited; never null
 */
public record AuthoredContent(List<Point> points, List<String> without) {

    /** Placeholder text of a point that inherits its text. */
    private static final String INHERITED = "-";

    /** @throws RefusedException if there are none or too many, or an id is named twice */
    public AuthoredContent {
        Problems problems = new Problems();
        points = List.copyOf(points);
        without = List.copyOf(without);
        if (points.isEmpty() || points.size() > TermsText.MOST || without.size() > TermsText.MOST) {
            problems.add(TermsProblem.POINTS.at("points", TermsText.MOST));
        }
        without.forEach(id -> problems.check(() -> requireId(id)));
        Set<String> ids = new HashSet<>(without);
        boolean twice = ids.size() < without.size() || points.stream().anyMatch(point -> !ids.add(point.id()));
        if (twice) {
            problems.add(TermsProblem.TWICE.at("points"));
        }
        problems.refuse();
    }

    private static void requireId(String id) {
        try {
            new TermsPoint(id, INHERITED);
        } catch (RefusedException wrong) {
            throw wrong.within("without");
        }
    }

    /** A point; without a text, it says what the region says. */
    public record Point(String id, Optional<String> text) {

        /** @throws RefusedException if it is none */
        public Point {
            String known = id;
            text = text == null
                    ? Optional.empty()
                    : text.map(said -> TermsPoint.of(known, said).text());
            id = new TermsPoint(known, text.orElse(INHERITED)).id();
        }
    }

    public static AuthoredContent of(TermsContent words) {
        return new AuthoredContent(
                words.entries().stream()
                        .map(entry -> new Point(entry.id(), entry.text()))
                        .toList(),
                words.without());
    }

    /**
     * The content to store.
     *
     * @throws RefusedException if a unit's own type is to inherit, naming the path
     */
    public TermsContent of(CaseTypeKey type) {
        Problems problems = new Problems();
        for (int index = 0; type.isLocal() && index < points.size(); index++) {
            if (points.get(index).text().isEmpty()) {
                problems.add(TermsProblem.OWN_POINT_WITHOUT_TEXT.at("/points/" + index + "/text"));
            }
        }
        if (type.isLocal() && !without.isEmpty()) {
            problems.add(TermsProblem.OWN_WITHOUT.at("/without"));
        }
        problems.refuse();
        return new TermsContent(
                points.stream()
                        .map(point -> new Entry(point.id(), point.text()))
                        .toList(),
                without);
    }
}
