package org.careunit.directory.internal;

import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;

/** What the directory is asked, and where the route for it begins. */
sealed interface Question<A extends Question.Answer> {

    String endpoint();

    Class<A> answer();

    /** By HSA-id. */
    record StaffById(HsaId id) implements Question<StaffFound> {
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
    record StaffByNumber(PersonNumber number) implements Question<StaffFound> {
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
    record UnitById(HsaId id) implements Question<UnitFound> {
        @Override
        public String endpoint() {
            return DirectoryRoutes.FIND_UNIT;
        }

        @Override
        public Class<UnitFound> answer() {
            return UnitFound.class;
        }
    }

    /** Whether it answers at all: a new connection, a login, and a look at the base DN. */
    record Check() implements Question<Alive> {
        @Override
        public String endpoint() {
            return DirectoryRoutes.CHECK;
        }

        @Override
        public Class<Alive> answer() {
            return Alive.class;
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

    /** It answers. */
    record Alive() implements Answer {
        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
