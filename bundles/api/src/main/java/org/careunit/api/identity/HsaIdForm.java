package org.careunit.api.identity;

import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * The form of an identifier in the HSA directory: {@code SE}, the owner's organisation number with 10 or 12 digits, a
 * hyphen, and letters or digits, 31 characters at most. Source: the HSA schema, attribute {@code hsaIdentity}.
 */
final class HsaIdForm {

    private static final int LONGEST = 31;
    private static final Pattern FORM = Pattern.compile("SE(?:[0-9]{10}|[0-9]{12})-[A-Z0-9]+");

    private HsaIdForm() {}

    /** @throws RefusedException if {@code value} is not an HSA-id in upper case */
    static void require(String value) {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw IdentityProblem.HSA_ID.refused(SafeText.quoted(value));
        }
    }

    /** Upper case without blanks. ASCII alone: String.toUpperCase would turn ſ, ı and ß into letters of other ids. */
    static String read(String pasted) {
        StringBuilder upper = new StringBuilder(PastedText.compact(pasted));
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                upper.setCharAt(i, (char) (letter - ('a' - 'A')));
            }
        }
        return upper.toString();
    }
}
