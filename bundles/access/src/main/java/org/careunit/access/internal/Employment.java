package org.careunit.access.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.StaffEntry;

/** When an employment ends, according to the entries of one HSA-id. */
final class Employment {

    private Employment() {}

    /**
     * The end of the entry that ends last; empty if one of them has no end.
     *
     * @param entries not empty: who is not found may be missing by mistake, and nothing ends
     */
    static Optional<Instant> end(List<StaffEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.employedUntil().isEmpty())) {
            return Optional.empty();
        }
        return entries.stream().flatMap(entry -> entry.employedUntil().stream()).max(Comparator.naturalOrder());
    }

    /** Whether it has ended by then. */
    static boolean hasEnded(List<StaffEntry> entries, Instant now) {
        return end(entries).filter(end -> !now.isBefore(end)).isPresent();
    }
}
