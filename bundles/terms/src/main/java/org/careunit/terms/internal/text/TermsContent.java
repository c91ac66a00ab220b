package org.careunit.terms.internal.text;

import java.util.List;
import java.util.Optional;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;

/**
 * Stored terms: the whole text of a region or local type, or a unit's differences from its region.
 *
 * @param entries in their order
 * @param without the ids of the inherited points that were taken out
 */
public record TermsContent(List<Entry> entries, List<String> without) {

    /** The number of the stored form. */
    public static final int SHAPE = 1;

    /** Without content. */
    public static final TermsContent NONE = new TermsContent(List.of(), List.of());

    public TermsContent {
        entries = List.copyOf(entries);
        without = List.copyOf(without);
    }

    /** Content that inherits nothing. */
    public static TermsContent whole(TermsText text) {
        return new TermsContent(
                text.points().stream()
                        .map(point -> new Entry(point.id(), Optional.of(point.text())))
                        .toList(),
                List.of());
    }

    /**
     * A point.
     *
     * @param text empty if it is inherited
     */
    public record Entry(String id, Optional<String> text) {

        public Entry {
            text = text == null ? Optional.empty() : text;
        }

        static Entry inherited(TermsPoint point) {
            return new Entry(point.id(), Optional.empty());
        }
    }
}
