package org.careunit.access.internal.colleagues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.time.SwedishTime;

/** Calculates when an employment ends from the directory entries of one HSA-id. */
public final class Employment {

    private Employment() {}

    /**
     * The end of the entry that ends last; empty if one of them has no end.
     *
     * @param entries not empty: a missing entry may be a mistake and ends nothing
     */
    public static Optional<Instant> end(List<StaffEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.employedUntil().isEmpty())) {
            return Optional.empty();
        }
        return entries.stream().flatMap(entry -> entry.employedUntil().stream()).max(Comparator.naturalOrder());
    }

    /** Whether something new may be granted by one of them: its employment holds now, and its dates can be read. */
    public static boolean allowsNew(List<StaffEntry> entries, Instant now) {
        return entries.stream().anyMatch(entry -> entry.allowsNewAt(now));
    }

    /** Why nothing new may be granted by any of them, for the one who wants to. */
    public static String obstacle(List<StaffEntry> entries, Instant now) {
        if (entries.stream().anyMatch(StaffEntry::datesUnreadable)) {
            return "a date of the employment in the directory cannot be read";
        }
        return entries.stream()
                .flatMap(entry -> entry.employedFrom().stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .map(begin -> "the employment begins on " + LocalDate.ofInstant(begin, SwedishTime.ZONE))
                .orElse("the employment has ended");
    }
}
