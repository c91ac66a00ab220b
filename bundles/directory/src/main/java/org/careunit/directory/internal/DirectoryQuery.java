package org.careunit.directory.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;

/** A query to the directory, and the endpoint of its route. */
public sealed interface DirectoryQuery<A extends DirectoryQuery.Answer> {

    String endpoint();

    Class<A> answer();

    /** Its key in caches, without a personal identity number. */
    default Object key() {
        return this;
    }

    /** How long it may take in all; empty for the usual time. */
    default Optional<Duration> timeLimit() {
        return Optional.empty();
    }

    /** By HSA-id. */
    record StaffById(StaffId id) implements DirectoryQuery<StaffFound> {
        @Override
        public String endpoint() {
            return DirectoryRoutes.FIND_STAFF;
        }

        @Override
        public Class<StaffFound> answer() {
            return StaffFound.class;
        }
    }

    /** By personal identity number. */
    record StaffByNumber(PersonNumber number) implements DirectoryQuery<StaffFound> {
        @Override
        public Object key() {
            return NumberKey.of(number);
        }

        @Override
        public String endpoint() {
            return DirectoryRoutes.FIND_STAFF;
        }

        @Override
        public Class<StaffFound> answer() {
            return StaffFound.class;
        }
    }

    /** By HSA-id. */
    record UnitById(HsaId id) implements DirectoryQuery<UnitFound> {
        @Override
        public String endpoint() {
            return DirectoryRoutes.FIND_UNIT;
        }

        @Override
        public Class<UnitFound> answer() {
            return UnitFound.class;
        }
    }

    /** The check of the directory: a new connection, a login, the base DN, and a sample of staff and units. */
    record Check() implements DirectoryQuery<Survey> {
        private static final Duration LIMIT = Duration.ofSeconds(20);

        @Override
        public Optional<Duration> timeLimit() {
            return Optional.of(LIMIT);
        }

        @Override
        public String endpoint() {
            return DirectoryRoutes.CHECK;
        }

        @Override
        public Class<Survey> answer() {
            return Survey.class;
        }
    }

    /** An answer. */
    sealed interface Answer {

        /** Whether nobody and nothing was found. */
        boolean isEmpty();
    }

    /** The entries of one person. */
    record StaffFound(List<StaffEntry> entries) implements Answer {
        @Override
        public boolean isEmpty() {
            return entries.isEmpty();
        }
    }

    /** The entry of a unit. */
    record UnitFound(Optional<UnitEntry> entry) implements Answer {
        @Override
        public boolean isEmpty() {
            return entry.isEmpty();
        }
    }

    /**
     * A sample of the directory's content, without personal values.
     *
     * @param staff how many entries match the filter for staff, as far as they were counted
     * @param units likewise for units
     * @param staffNames the attributes that have values in those entries of staff
     * @param unitNames likewise of units
     * @param classes the object classes of entries below the base DN, where a filter matched nothing
     */
    record Survey(int staff, int units, Set<String> staffNames, Set<String> unitNames, Set<String> classes)
            implements Answer {
        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
