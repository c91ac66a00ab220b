package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that the check has found in terms.
 *
 * @param severity never null
 * @param place where; empty if it concerns the terms as a whole
 * @param text what is wrong, in Swedish; never null
 * @param suggestion what to do, in Swedish; never null
 */
public record TermsFinding(Severity severity, Optional<Place> place, String text, String suggestion) {

    /** How bad it is. */
    public enum Severity {
        /** It cannot be shown to residents: nothing is published with it, and the case type is not offered. */
        ERROR,
        /** It is probably wrong. */
        WARNING,
        /** Somebody should know it. */
        NOTE
    }

    /**
     * A stretch of a point's text.
     *
     * @param point the id of the point; never null
     * @param start the index of its first {@code char}, from 0
     * @param end the index after its last
     */
    public record Place(String point, int start, int end) {
        public Place {
            Objects.requireNonNull(point, "point");
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("A stretch of text has a length: " + start + " to " + end);
            }
        }
    }

    public TermsFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(suggestion, "suggestion");
    }
}
