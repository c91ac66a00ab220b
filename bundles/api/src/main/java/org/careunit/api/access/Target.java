package org.careunit.api.access;

import java.util.Objects;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/** Target of an operation: the platform, a region, a unit, or a person's own settings at a unit. */
public sealed interface Target {

    /** Everything there is. */
    record Platform() implements Target {}

    /** A region and what it says to its units. */
    record Region(CountyCode code) implements Target {
        public Region {
            Objects.requireNonNull(code, "code");
        }
    }

    /** A unit. */
    record Unit(HsaId id) implements Target {
        public Unit {
            Objects.requireNonNull(id, "id");
        }
    }

    /** What a staff member decides for themselves at a unit. */
    record Person(HsaId unit, StaffId staff) implements Target {
        public Person {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(staff, "staff");
        }
    }
}
