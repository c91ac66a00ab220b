package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * A telephone number in the form of ITU-T E.164. Whether there can be such a number, {@link TelephoneNumbers} says. It
 * prints itself masked, so that it is never logged by accident.
 *
 * @param e164 {@code +}, the country and the rest, 7 to 15 digits in all; never null
 */
public record TelephoneNumber(String e164) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** @throws RefusedException if {@code e164} has another form; the message does not repeat it */
    public TelephoneNumber {
        Objects.requireNonNull(e164, "e164");
        if (!FORM.matcher(e164).matches()) {
            throw IdentityProblem.TELEPHONE.refused();
        }
    }

    /** Its beginning and its last two digits, for people to recognise it by. */
    public String masked() {
        return e164.substring(0, 3) + "***" + e164.substring(e164.length() - 2);
    }

    /** {@linkplain #masked() Masked}. */
    @Override
    public String toString() {
        return masked();
    }
}
