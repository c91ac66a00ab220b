package org.careunit.terms.internal.text;

import java.util.List;
import java.util.Optional;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;

/** Terms from people's input: a point without an id is new. */
public record AuthoredTerms(List<Point> points) {

    private static final String NEW = "new";

    /** The terms; a new point gets an id of its own. */
    public TermsText text() {
        return new TermsText(points.stream().map(Point::point).toList());
    }

    /** One point; refuses what would be none, so that the refusal names its place. */
    public record Point(Optional<String> id, String text) {

        public Point {
            id = id == null ? Optional.empty() : id;
            text = TermsPoint.of(id.orElse(NEW), text).text();
        }

        private TermsPoint point() {
            return id.map(known -> new TermsPoint(known, text)).orElseGet(() -> TermsPoint.added(text));
        }
    }
}
