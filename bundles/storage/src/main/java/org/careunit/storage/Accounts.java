package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** Stores the accounts of staff by HSA-id, and at which units they are locked. */
@ProviderType
public interface Accounts {

    /** An account; empty if there is none. */
    Optional<Account> find(StaffId staff);

    /** The accounts of a person, by HSA-id. */
    List<StaffId> ofPerson(String number);

    /** The HSA-ids after a given one, in order, at most {@code limit}; the first ones if it is empty. */
    List<StaffId> after(Optional<StaffId> last, int limit);

    /**
     * Adds an account.
     *
     * @param number the pseudonym of the person's number; empty if it is not known
     * @param actor the label of the one who acts; not null
     * @return whether there was none
     */
    boolean add(StaffId staff, Optional<String> number, String actor);

    /** Stores the pseudonym of the personal number that the directory has for an account; numbers change. */
    void identify(StaffId staff, String number);

    /** Stores when the employment of an account ends, or that no end is known. */
    void employment(StaffId staff, Optional<Instant> until);

    /**
     * Locks a staff member at a unit.
     *
     * @param actor the label of the one who acts; not null
     */
    void lock(HsaId unit, StaffId staff, String actor);

    /** Unlocks a staff member at a unit, if they are locked. */
    void unlock(HsaId unit, StaffId staff);

    /**
     * An account.
     *
     * @param staff whose; never null
     * @param number the pseudonym of the person's number; empty if it is not known
     * @param employedUntil when the employment ends or has ended; empty if no end is known
     */
    record Account(StaffId staff, Optional<String> number, Optional<Instant> employedUntil) {
        public Account {
            Objects.requireNonNull(staff, "staff");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(employedUntil, "employedUntil");
        }
    }
}
