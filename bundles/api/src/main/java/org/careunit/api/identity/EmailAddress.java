package org.careunit.api.identity;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * An e-mail address as a mail server can be given it: the common form of RFC 5321 without quotes, comments or letters
 * beyond ASCII. It prints itself masked, so that it is never logged by accident.
 *
 * @param value local part, {@code @}, domain; the domain in lower case; never null
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /** Neither quotes nor comments nor a name beside it: allowed in theory, and not everywhere in practice. */
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\"(),:;<>\\[\\]\\\\]]+");

    private static final EmailValidator SYNTAX =
            JMail.validator().requireTopLevelDomain().disallowIpDomain().requireAscii();

    /** @throws RefusedException if {@code value} is not such an address; the message does not repeat it */
    public EmailAddress {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST || !PLAIN.matcher(value).matches() || SYNTAX.isInvalid(value)) {
            throw IdentityProblem.EMAIL.refused(value.length());
        }
        int at = value.indexOf('@');
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    /** Reads an address as people paste it: blanks around it are accepted. */
    public static EmailAddress of(String pasted) {
        return new EmailAddress(PastedText.compact(pasted));
    }

    /** The same for addresses that differ in the case of letters alone: they reach one mailbox. */
    public String mailbox() {
        return value.toLowerCase(Locale.ROOT);
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
