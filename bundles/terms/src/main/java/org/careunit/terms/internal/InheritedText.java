package org.careunit.terms.internal;

import java.util.List;
import org.careunit.api.terms.TermsPoint;

/**
 * Terms text that is inherited.
 *
 * @param version 0 for what ships with Careunit, and where nothing is inherited
 */
record InheritedText(long version, List<TermsPoint> points) {

    static final InheritedText NONE = new InheritedText(0, List.of());

    InheritedText {
        points = List.copyOf(points);
    }

    static InheritedText of(PublishedVersion version) {
        return new InheritedText(version.number(), version.points());
    }
}
