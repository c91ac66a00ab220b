package org.careunit.storage.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.storage.Scope;
import org.careunit.storage.StorageProblem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Append-only log of who did what, when. Each unit, each region and the platform has a trail of its own. Each row is
 * sealed together with the one before it, with a secret that is not in the database, and so is the end of the trail.
 * Safe for use by many threads.
 */
@ProviderType
public interface AuditTrail {

    /**
     * Adds a row, in the transaction of what was done, as the last thing before its commit.
     *
     * @param trail whose trail; not null
     * @param row what was done; not null
     */
    void append(Scope trail, Row row);

    /** Adds a row that concerns no resident to the trail of a unit. */
    default void append(HsaId unit, String actor, String action, String text) {
        append(Scope.unit(unit), new Row(actor, action, text, Optional.empty()));
    }

    /** The newest rows of a trail, newest first, at most {@code limit}. */
    List<Entry> newest(Scope trail, int limit);

    /** The newest rows of a unit, newest first, at most {@code limit}. */
    default List<Entry> newest(HsaId unit, int limit) {
        return newest(Scope.unit(unit), limit);
    }

    /**
     * Rows of a time, newest first.
     *
     * @param from the first instant; {@link Instant#MIN} for all before {@code until}; not null
     * @param until the first instant that no longer counts; {@link Instant#MAX} for all since {@code from}; not null
     * @param before only rows with a lower number, to page on; {@link Long#MAX_VALUE} for the first page
     * @param limit the most rows
     */
    List<Entry> between(Scope trail, Instant from, Instant until, long before, int limit);

    /** All rows of a trail whose action begins like that, newest first; for actions that are rare. */
    List<Entry> ofActions(Scope trail, String beginning);

    /**
     * All rows about a resident, oldest first.
     *
     * @param trail in which trail; empty for all
     * @param resident not null
     */
    List<Entry> ofResident(Optional<Scope> trail, ResidentPseudonym resident);

    /**
     * Verifies that a trail is unchanged, and the platform's too, which says which trails have begun; that of a
     * registered unit has at least the row of its joining.
     *
     * @param known an end of it that was noted before and must still be in it: without one, a trail that was put back
     *     whole, with its sealed end, looks as if nothing had happened since
     * @throws org.careunit.api.failure.UnavailableException if a secret of the trail is not on this node
     */
    Verification verify(Scope trail, Optional<Head> known);

    /** As {@link #verify}, of every trail, the platform's once. */
    Map<Scope, Verification> verifyAll();

    /** Every trail that exists or must exist, those of all registered units included; from the platform down, by id. */
    List<Scope> trails();

    /** The ends that are new since they were last taken, for the log. */
    List<Head> takeChangedHeads();

    /**
     * Removes rows older than that, some at a time; each trail keeps a sealed mark of where it begins now. Rows that
     * are not as they were written stay, to be found.
     *
     * @return how many were removed
     */
    int prune(Instant before);

    /**
     * A row to be added.
     *
     * @param actor the label of the one who acted; of a resident's only the keyed hash of the pseudonym is kept; never
     *     null
     * @param action verb and object, for example {@code settings.change}; never null
     * @param text what was changed, without personal data; never null
     * @param resident whom it concerned, as the host's pseudonym; kept as a keyed hash only. Where it is empty and a
     *     resident acts, it is that resident
     */
    record Row(String actor, String action, String text, Optional<ResidentPseudonym> resident) {
        public Row {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(resident, "resident");
        }

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(" + action + " by " + actor + ")";
        }
    }

    /**
     * A row of a trail.
     *
     * @param number 1, 2, 3 … in its trail
     * @param resident the keyed hash of the resident's pseudonym, as it stands in the row: a text, since a row that
     *     somebody changed must still be read to be found
     */
    record Entry(
            Scope trail, long number, String actor, String action, String text, Optional<String> resident, Instant at) {

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(row " + number + " of " + trail + ": " + action + ")";
        }
    }

    /**
     * The end of a trail.
     *
     * @param number of its last row; 0 if it never had one
     * @param seal 64 hexadecimal digits that stand for all rows up to it
     */
    record Head(Scope trail, long number, String seal) {

        /** Reads what {@link #text} wrote. */
        public static Head of(Scope trail, String text) {
            String[] parts = text.strip().split(":", -1);
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw StorageProblem.HEAD.refused();
            }
            return new Head(trail, Long.parseLong(parts[0]), parts[1]);
        }

        /** As it stands in the log. */
        public String text() {
            return number + ":" + seal;
        }
    }

    /** Result of verifying a trail. */
    sealed interface Verification {

        /**
         * As it was written.
         *
         * @param rows how many it has
         * @param since the number of the first row that was not pruned
         */
        record Intact(long rows, Head head, long since) implements Verification {}

        /**
         * Not as it was written.
         *
         * @param row the first row that does not fit
         * @param what what is wrong, for an operator
         */
        record Broken(long row, String what) implements Verification {}
    }
}
