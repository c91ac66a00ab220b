package org.careunit.api.identity;

import java.util.Objects;
import org.careunit.api.failure.RefusedException;

/**
 * The identifier of a staff member in the HSA directory. A care unit has an {@link HsaId}, so that the two cannot be
 * swapped.
 *
 * @param value {@code SE}, the owner's organisation number with 10 or 12 digits, a hyphen, and letters A-Z or digits,
 *     31 characters at most, in upper case; never null
 */
public record StaffId(String value) implements Comparable<StaffId> {

    /** @throws RefusedException if {@code value} is not an HSA-id in upper case */
    public StaffId {
        Objects.requireNonNull(value, "value");
        HsaIdForm.require(value);
    }

    /** Reads an HSA-id as people paste it: any blanks and dashes of Unicode, and lower case in ASCII, are accepted. */
    public static StaffId of(String pasted) {
        return new StaffId(HsaIdForm.read(pasted));
    }

    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
