package org.careunit.api.identity;

import java.util.Objects;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * The name that the host gives a resident, the same for the same person each time. Careunit never stores it, only a
 * {@link ResidentHash} of it. It never prints itself.
 *
 * @param value 1 to {@value #LONGEST} characters, not blank; never null and never a personal identity number
 */
public record ResidentPseudonym(String value) {

    /** The most characters of a pseudonym. */
    public static final int LONGEST = 100;

    /** @throws RefusedException if it is blank, too long or a personal identity number */
    public ResidentPseudonym {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LONGEST) {
            throw ValueProblem.PSEUDONYM.refused(LONGEST);
        }
        PersonNumber.refuseAs("A pseudonym", value);
    }

    /** A word in place of the person. */
    @Override
    public String toString() {
        return "(resident)";
    }
}
