package org.careunit.api.identity;

import java.util.Objects;
import org.careunit.api.failure.RefusedException;

/**
 * The identifier of a care unit in the HSA directory. A staff member has a {@link StaffId}, so that the two cannot be
 * swapped.
 *
 * @param value {@code SE}, the owner's organisation number with 10 or 12 digits, a hyphen, and letters A-Z or digits,
 *     31 characters at most, in upper case; never null
 */
public record HsaId(String value) implements Comparable<HsaId> {

    /** @throws RefusedException if {@code value} is not an HSA-id in upper case */
    public HsaId {
        Objects.requireNonNull(value, "value");
        HsaIdForm.require(value);
    }

    /** Reads an HSA-id as people paste it: any blanks and dashes of Unicode, and lower case in ASCII, are accepted. */
    public static HsaId of(String pasted) {
        return new HsaId(HsaIdForm.read(pasted));
    }

    @Override
    public int compareTo(HsaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
