package org.careunit.api.identity;

import java.util.Objects;
import java.util.Set;
import org.careunit.api.failure.RefusedException;

/**
 * Identifies a region by the code of its county. Source: Statistics Sweden (SCB), codes of the 21 counties.
 *
 * @param value two digits, for example {@code 01} for Stockholm; never null
 */
public record CountyCode(String value) implements Comparable<CountyCode> {

    private static final Set<String> COUNTIES = Set.of(
            "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
            "23", "24", "25");

    /** @throws RefusedException if there is no county with this code */
    public CountyCode {
        Objects.requireNonNull(value, "value");
        if (!COUNTIES.contains(value)) {
            throw IdentityProblem.COUNTY.refused(SafeText.quoted(value));
        }
    }

    /** Reads a code as people paste it: blanks around it are accepted. */
    public static CountyCode of(String pasted) {
        return new CountyCode(PastedText.compact(pasted));
    }

    @Override
    public int compareTo(CountyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
