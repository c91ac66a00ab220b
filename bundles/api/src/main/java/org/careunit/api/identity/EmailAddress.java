package org.careunit.api.identity;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * An e-mail address as a mail server can be given it: the common form of RFC 5321 without quotes, comments or letters
 * beyond ASCII. It prints itself masked, so that it never stands in a log by accident.
 *
 * @param value local part, {@code @}, domain; the domain in lower case; never null
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** @throws RefusedException if {@code value} is not such an address; the message does not repeat it */
    public EmailAddress {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST
                || value.indexOf('@') > 64
                || !FORM.matcher(value).matches()) {
            throw new RefusedException("This is not an e-mail address (it has " + value.length()
                    + " characters): write name@domain, for example mottagning@example.org, without blanks, å, ä or ö");
        }
        int at = value.indexOf('@');
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    /** Reads an address as people paste it: blanks around it are accepted. */
    public static EmailAddress of(String pasted) {
        return new EmailAddress(pasted.strip());
    }

    /** The part after the {@code @}, in lower case. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** Its first letter and its domain, for people to recognise it by. */
    public String masked() {
        return value.charAt(0) + "***@" + domain();
    }

    /** {@linkplain #masked() Masked}. */
    @Override
    public String toString() {
        return masked();
    }
}
