package org.careunit.terms.internal;

import java.util.List;
import org.careunit.api.terms.TermsPoint;

/**
 * What is inherited.
 *
 * @param version 0 for what ships with Careunit, and where nothing is inherited
 */
record Base(long version, List<TermsPoint> points) {

    static final Base NONE = new Base(0, List.of());

    Base {
        points = List.copyOf(points);
    }

    static Base of(Version version) {
        return new Base(version.number(), version.points());
    }
}
