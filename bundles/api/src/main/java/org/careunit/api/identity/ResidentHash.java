package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * What Careunit stores of a resident: a keyed hash of the host's {@link ResidentPseudonym}. It can be compared and
 * kept, and nobody without our secret can tell of whom it is. Of one pseudonym there are several once the secret was
 * changed.
 *
 * @param value 64 small hexadecimal digits; never null
 */
public record ResidentHash(String value) {

    private static final int DIGITS = 64;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /** @throws RefusedException if it has another form */
    public ResidentHash {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw ValueProblem.TERMS_HEX.refused(DIGITS);
        }
    }

    /** A word in place of the person. */
    @Override
    public String toString() {
        return "(resident)";
    }
}
