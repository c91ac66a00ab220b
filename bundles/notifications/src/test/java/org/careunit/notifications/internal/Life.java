package org.careunit.notifications.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.Section;
import org.careunit.notifications.internal.SimulatedWorld.Death;

/**
 * Two years of a unit, made from a seed: what happens to its cases and when the host says so, what is decided
 * meanwhile, and what fails.
 *
 * @param window how long news are gathered, in minutes
 */
record Life(
        long seed,
        int window,
        List<Delivery> deliveries,
        List<Change> changes,
        List<Outage> outages,
        List<Kill> kills) {

    /** An event on its way: it may come late, twice, and by either door. */
    record Delivery(String id, int number, CaseChange change, Happening when, Door door) {}

    /**
     * When something happened and when the host says so.
     *
     * @param sequence the host's number of the event, where it gives one
     */
    record Happening(Instant at, Instant arrives, OptionalLong sequence) {}

    enum Door {
        SERVICE,
        EVENT_ADMIN
    }

    /** Something that is decided. */
    sealed interface Change {

        Instant at();

        /** A section of the unit. */
        record Saved(Instant at, Section section) implements Change {}

        /** A region's default of a section. */
        record InRegion(Instant at, Section section, boolean locked) implements Change {}

        /** When residents of the region get no messages. */
        record Quiet(Instant at, QuietHours hours) implements Change {}

        /** A type's promise of a first reply; 0 for none. */
        record Promise(Instant at, int days) implements Change {}

        /** Whether somebody may handle cases. */
        record Permission(Instant at, StaffId staff, boolean given) implements Change {}

        /** Until when somebody is absent; empty for no longer. */
        record Absence(Instant at, StaffId staff, Optional<LocalDate> until) implements Change {}
    }

    /** A time in which the gateway or the store is out. */
    record Outage(Instant from, Instant until, What what) {

        enum What {
            STORE,
            GATEWAY_AWAY,
            GATEWAY_REFUSING
        }
    }

    /** A node dies in the so many-th job. */
    record Kill(int job, Death death) {}

    Map<Integer, Death> deaths() {
        Map<Integer, Death> all = new HashMap<>();
        kills.forEach(kill -> all.put(kill.job(), kill.death()));
        return all;
    }

    /** This life with one thing left out, in every way. */
    Stream<Life> smaller() {
        Stream<Life> cases = deliveries.stream()
                .map(Delivery::number)
                .distinct()
                .map(number -> with(without(deliveries, one -> one.number() == number), changes, outages, kills));
        return Stream.of(
                        cases,
                        without(deliveries).map(fewer -> with(fewer, changes, outages, kills)),
                        without(changes).map(fewer -> with(deliveries, fewer, outages, kills)),
                        without(outages).map(fewer -> with(deliveries, changes, fewer, kills)),
                        without(kills).map(fewer -> with(deliveries, changes, outages, fewer)))
                .flatMap(each -> each)
                .filter(life -> !life.equals(this));
    }

    private Life with(List<Delivery> some, List<Change> decided, List<Outage> out, List<Kill> killed) {
        return new Life(seed, window, some, decided, out, killed);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> left) {
        return all.stream().filter(left.negate()).toList();
    }

    private static <T> Stream<List<T>> without(List<T> all) {
        return IntStream.range(0, all.size()).mapToObj(left -> {
            List<T> fewer = new ArrayList<>(all);
            fewer.remove(left);
            return fewer;
        });
    }

    @Override
    public String toString() {
        return Stream.of(List.of("seed " + seed + ", window " + window), deliveries, changes, outages, kills)
                .flatMap(List::stream)
                .map(Object::toString)
                .reduce("", (all, one) -> all + "\n  " + one);
    }
}
