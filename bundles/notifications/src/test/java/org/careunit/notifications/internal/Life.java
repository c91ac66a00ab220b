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
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.Section;
import org.careunit.notifications.internal.SimulatedWorld.Death;

/**
 * Two years of a unit, made from a seed: what happens to its cases and when the host says so, what is decided
 * meanwhile, and what fails.
 *
 * @param window how long news are gathered, in minutes
 * @param people where people are reached
 */
record Life(
        long seed,
        int window,
        People people,
        List<Delivery> deliveries,
        List<Change> changes,
        List<Outage> outages,
        List<Kill> kills) {

    /**
     * Where people are reached, beside their e-mail addresses.
     *
     * @param phones of staff who have chosen SMS too
     * @param residents whether residents have chosen SMS: some do, some beside e-mail
     * @param smsPerDay how many SMS the unit may send on one day; 0 for any number
     */
    record People(Map<StaffId, TelephoneNumber> phones, boolean residents, int smsPerDay) {

        static final People BY_MAIL = new People(Map.of(), false, 0);
    }

    /** The number of a case in its life. */
    static int number(CaseRef ref) {
        return Integer.parseInt(ref.id().substring(2));
    }

    /** The case by a number. */
    static CaseRef ref(int number) {
        return new CaseRef(Events.UNIT, "c-" + number);
    }

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

        /** An operator looks at the notices that the record system has refused, or does not take now. */
        record Operated(Instant at, Act act) implements Change {

            enum Act {
                RESEND_PARKED,
                DISCARD_PARKED,
                /** Those as well that wait for their next attempt. */
                RESEND_ALL
            }
        }
    }

    /** A time in which something is out. */
    record Outage(Instant from, Instant until, What what) {

        enum What {
            STORE,
            MAIL_AWAY,
            MAIL_REFUSING,
            SMS_UNBOUND,
            SMS_THROTTLED,
            RECORDS_AWAY,
            RECORDS_BUSY,
            /** The record system carries out what it hears, or does not, and does not answer. */
            RECORDS_SILENT,
            /** The record system is another one, which has not passed a test message. */
            RECORDS_CHANGED,
            /** The record system refuses all, and will not have them later either. */
            RECORDS_REFUSING,
            HOST,
            /** The host knows nothing of the resident of one case. */
            HOST_OF_ONE
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
                        without(kills).map(fewer -> with(deliveries, changes, outages, fewer)),
                        Stream.of(new Life(seed, window, People.BY_MAIL, deliveries, changes, outages, kills)))
                .flatMap(each -> each)
                .filter(life -> !life.equals(this));
    }

    private Life with(List<Delivery> some, List<Change> decided, List<Outage> out, List<Kill> killed) {
        return new Life(seed, window, people, some, decided, out, killed);
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
        return Stream.of(
                        List.of("seed " + seed + ", window " + window + ", " + people.smsPerDay() + " SMS a day to "
                                + people),
                        deliveries,
                        changes,
                        outages,
                        kills)
                .flatMap(List::stream)
                .map(Object::toString)
                .reduce("", (all, one) -> all + "\n  " + one);
    }
}
