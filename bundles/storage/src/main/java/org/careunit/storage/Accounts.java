package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** The staff who are known here, by HSA-id, and who is locked at which unit. */
@ProviderType
public interface Accounts {

    /** An account; empty if there is none. */
    Optional<Account> find(StaffId staff);

    /** The accounts of a person, by HSA-id. */
    List<StaffId> ofPerson(String number);

    /**
     * The HSA-ids that follow one, in their order, at most {@code limit}; those of the beginning after an empty one.
     */
    List<StaffId> after(Optional<StaffId> last, int limit);

    /**
     * Adds an account.
     *
     * @param number the pseudonym of the person's number; empty if it is not known
     * @param actor the label of the one who acts; not null
     * @return whether there was none
     */
    boolean add(StaffId staff, Optional<String> number, String actor);

    /** Writes down the pseudonym of the number that the directory knows an account's person by; numbers change. */
    void identify(StaffId staff, String number);

    /** Writes down when the employment of an account ends, or that no end is known. */
    void employment(StaffId staff, Optional<Instant> until);

    /**
     * Locks a staff member at a unit.
     *
     * @param actor the label of the one who acts; not null
     */
    void lock(HsaId unit, StaffId staff, String actor);

    /** Takes the lock of a staff member at a unit back, if there is one. */
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
