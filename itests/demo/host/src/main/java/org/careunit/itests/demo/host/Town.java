package org.careunit.itests.demo.host;

import java.util.List;
import java.util.stream.IntStream;

/** The fictitious units and staff of the demo, for the directory and for Careunit. */
public final class Town {

    /** A name that all staff of the demo bear, and nobody else. */
    public static final String SURNAME = "Demosson";

    /** What all HSA-ids of the demo's staff begin with. */
    public static final String STAFF_PREFIX = "SE1111111111-DEMOP";

    /** An address that the demo's mail server refuses for good. */
    public static final String NO_SUCH_ADDRESS = "finns-inte@example.com";

    /** An address that the demo's mail server puts off once. */
    public static final String BUSY_ADDRESS = "upptagen@example.com";

    /** Where an e-mail comes back from, after the demo's mail server has taken it. */
    public static final String MOVED_ADDRESS = "flyttad@example.com";

    /** The mobile numbers of a handler and of a resident; Swedish ones that nobody can have. */
    public static final String STAFF_NUMBER = "+46701740605";

    public static final String RESIDENT_NUMBER = "+46701740606";

    /** The unit that has a record system. */
    public static final Unit RECORDS_UNIT = new Unit(14);

    private static final int UNITS = 24;
    private static final int STAFF_PER_UNIT = 10;
    private static final String[] REGIONS = {"01", "03"};
    private static final String[] TITLES = {
        "Distriktssköterska", "Läkare", "Fysioterapeut", "Psykolog", "Undersköterska"
    };

    private Town() {}

    /** A care unit; the first has number 1. */
    public record Unit(int number) {

        public String id() {
            return "SE1111111111-DEMOE%02d".formatted(number);
        }

        public String name() {
            return "Demomottagningen " + number;
        }

        /** The code of its county. */
        public String region() {
            return REGIONS[(number - 1) * REGIONS.length / UNITS];
        }

        public String mail() {
            return "mottagning." + number + "@example.org";
        }

        /** Its staff, by rank. */
        public List<Person> staff() {
            return IntStream.range(0, STAFF_PER_UNIT)
                    .mapToObj(rank -> new Person(this, rank))
                    .toList();
        }
    }

    /** A staff member; rank 0 comes first at the unit. */
    public record Person(Unit unit, int rank) {

        private int number() {
            return (unit.number() - 1) * STAFF_PER_UNIT + rank + 1;
        }

        public String id() {
            return STAFF_PREFIX + "%03d".formatted(number());
        }

        public String givenName() {
            return "Demo";
        }

        public String surname() {
            return SURNAME + " " + number();
        }

        public String title() {
            return TITLES[rank % TITLES.length];
        }

        public String mail() {
            return "demo.demosson." + number() + "@example.org";
        }

        /** Whether the identity is protected: so it is for one at each unit. */
        public boolean confidential() {
            return rank == STAFF_PER_UNIT - 1;
        }
    }

    /** All units, the first first. */
    public static List<Unit> units() {
        return IntStream.rangeClosed(1, UNITS).mapToObj(Unit::new).toList();
    }

    /** Everybody. */
    public static List<Person> staff() {
        return units().stream().flatMap(unit -> unit.staff().stream()).toList();
    }
}
