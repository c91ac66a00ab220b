package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * A point in which two versions of terms differ, in its words or in its place among the points that both have.
 *
 * @param point its id; never null
 * @param before its text; empty if it was added
 * @param after its text; empty if it was taken out
 * @param moved whether it stands elsewhere among the points that both have
 */
public record TermsDifference(String point, Optional<String> before, Optional<String> after, boolean moved) {

    public TermsDifference {
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
