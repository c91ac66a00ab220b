package org.careunit.terms.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.operations.CommandProblem;

/**
 * An edit of terms that changes the points it names and leaves the others as they are. A point that is not there yet
 * comes behind the one named before it, or at the end; a point goes only if that is said.
 */
record TermsEdit(List<TermsPoint> named, List<String> removed) {

    TermsEdit {
        named = List.copyOf(named);
        removed = List.copyOf(removed);
    }

    /** @throws RefusedException if a point is to go that is not there, or nothing would be left */
    TermsText appliedTo(List<TermsPoint> before) {
        List<TermsPoint> points = new ArrayList<>(before);
        for (String id : removed) {
            if (!points.removeIf(point -> point.id().equals(id))) {
                throw CommandProblem.ARGUMENT.refused("There is no point " + id + " to remove; the points are "
                        + before.stream().map(TermsPoint::id).toList());
            }
        }
        int next = points.size();
        for (TermsPoint point : named) {
            int there = indexOf(points, point.id());
            if (there >= 0) {
                points.set(there, point);
                next = there + 1;
            } else {
                points.add(next, point);
                next++;
            }
        }
        return new TermsText(points);
    }

    private static int indexOf(List<TermsPoint> points, String id) {
        for (int index = 0; index < points.size(); index++) {
            if (points.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }
}
