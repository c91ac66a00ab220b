package org.careunit.mail.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.problems.MailProblem;

/**
 * Return address (envelope sender) of e-mail: one address for all mails, or one for each, with a token in it (VERP).
 *
 * @param plain the address of mails without a token; never null
 * @param before what stands before the token; empty for one address for all
 * @param after what stands after it; empty for one address for all
 */
record ReturnAddress(EmailAddress plain, String before, String after) {

    private static final String TOKEN = "{token}";
    private static final String SAMPLE = "0".repeat(42);
    private static final String SEPARATORS = "+-_=.";
    private static final int LONGEST_LOCAL_PART = 64;

    ReturnAddress {
        Objects.requireNonNull(plain, "plain");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    static ReturnAddress of(EmailAddress address) {
        return new ReturnAddress(address, "", "");
    }

    /**
     * Reads an address that may contain <code>{token}</code> in its local part, such as <code>
     * studs+{token}@region.example</code>.
     *
     * @throws RefusedException if it is no address, or there is no room for a token
     */
    static ReturnAddress read(String written) {
        int at = written.indexOf(TOKEN);
        if (at < 0) {
            return of(EmailAddress.of(written));
        }
        String before = written.substring(0, at);
        String after = written.substring(at + TOKEN.length());
        EmailAddress.of(before + SAMPLE + after);
        String name = withoutSeparator(before);
        if (name.isEmpty() || !after.startsWith("@") || before.length() + SAMPLE.length() > LONGEST_LOCAL_PART) {
            throw MailProblem.RETURN_ADDRESS.refused((LONGEST_LOCAL_PART - SAMPLE.length()), "{token}");
        }
        return new ReturnAddress(EmailAddress.of(name + after), before, after);
    }

    private static String withoutSeparator(String before) {
        int end = before.length();
        while (end > 0 && SEPARATORS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return before.substring(0, end);
    }

    /** Whether each mail has an address of its own. */
    boolean isPerMail() {
        return !after.isEmpty();
    }

    /** @param token empty for a mail without one */
    String with(String token) {
        return isPerMail() && !token.isEmpty() ? before + token + after : plain.value();
    }

    /** The token in an address; empty if there is none. */
    Optional<String> token(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        boolean isOurs = isPerMail()
                && lower.length() > before.length() + after.length()
                && lower.startsWith(before.toLowerCase(Locale.ROOT))
                && lower.endsWith(after.toLowerCase(Locale.ROOT));
        return isOurs
                ? Optional.of(lower.substring(before.length(), lower.length() - after.length()))
                : Optional.empty();
    }
}
