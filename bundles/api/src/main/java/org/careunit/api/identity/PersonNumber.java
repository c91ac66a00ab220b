package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * A personal identity number or co-ordination number in its canonical form. It never prints itself.
 *
 * @param value twelve digits; never null
 */
public record PersonNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{12}");

    /** @throws RefusedException if {@code value} is not twelve digits; the message does not repeat it */
    public PersonNumber {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new RefusedException(
                    "A personal identity number is written here with twelve digits and nothing else");
        }
    }

    /** A word in place of the number. */
    @Override
    public String toString() {
        return "(personal identity number)";
    }
}
