package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.careunit.api.history.Saved;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.Section;

/**
 * Finds since when a section of a unit has been switched on without a break, from what the unit and its region have
 * saved. Pure.
 *
 * @param unit what the unit has saved, in any order
 * @param region what its region has saved as default, in any order
 * @param unset what holds where neither has saved anything
 */
record SwitchHistory<S extends Section>(List<Saved<S>> unit, List<Saved<Default<S>>> region, S unset) {

    /** Since when; the earliest instant if always; empty if it is off now. */
    Optional<Instant> onSince(Predicate<S> isOn) {
        List<Instant> changes = Stream.concat(
                        unit.stream().map(Saved::at), region.stream().map(Saved::at))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        Optional<Instant> since = Optional.empty();
        for (Instant change : changes) {
            if (!isOn.test(effectiveAt(change))) {
                return since;
            }
            since = Optional.of(change);
        }
        return isOn.test(effectiveAt(Instant.MIN)) ? Optional.of(Instant.MIN) : since;
    }

    private S effectiveAt(Instant instant) {
        Default<S> set = newest(region, instant).orElseGet(() -> new Default<>(unset, false));
        return set.locked() ? set.section() : newest(unit, instant).orElseGet(set::section);
    }

    /** The last content at an instant; empty if nothing was saved by then, or it was given up. */
    private static <T> Optional<T> newest(List<Saved<T>> saved, Instant instant) {
        return saved.stream()
                .filter(one -> !one.at().isAfter(instant))
                .max(Comparator.comparingLong(Saved::version))
                .flatMap(Saved::content);
    }
}
