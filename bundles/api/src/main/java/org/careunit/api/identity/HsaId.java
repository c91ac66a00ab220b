package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * The identifier of a staff member or a care unit in the HSA directory: {@code SE}, the owner's organisation number
 * with 10 or 12 digits, a hyphen, and letters or digits, 31 characters at most. Source: the HSA schema, attribute
 * {@code hsaIdentity}.
 *
 * @param value the identifier in upper case; never null
 */
public record HsaId(String value) implements Comparable<HsaId> {

    private static final int LONGEST = 31;
    private static final Pattern FORM = Pattern.compile("SE(?:[0-9]{10}|[0-9]{12})-[A-Z0-9]+");

    /** @throws RefusedException if {@code value} is not an HSA-id in upper case */
    public HsaId {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw IdentityProblem.HSA_ID.refused(SafeText.quoted(value));
        }
    }

    /** Reads an HSA-id as people paste it: any blanks and dashes of Unicode, and lower case in ASCII, are accepted. */
    public static HsaId of(String pasted) {
        return new HsaId(upperCase(PastedText.compact(pasted)));
    }

    /** ASCII alone: String.toUpperCase would turn ſ, ı and ß into letters of other ids. */
    private static String upperCase(String text) {
        StringBuilder upper = new StringBuilder(text);
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                upper.setCharAt(i, (char) (letter - ('a' - 'A')));
            }
        }
        return upper.toString();
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
