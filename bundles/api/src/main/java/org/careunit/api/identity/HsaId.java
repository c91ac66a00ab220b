package org.careunit.api.identity;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * The identifier of a staff member or a care unit in the HSA directory: {@code SE}, the ten digits of the owner's
 * organisation number, a hyphen, and 1 to 18 letters or digits. Source: the HSA schema, attribute {@code hsaIdentity}.
 *
 * @param value the identifier in upper case; never null
 */
public record HsaId(String value) implements Comparable<HsaId> {

    private static final Pattern FORM = Pattern.compile("SE\\d{10}-[A-Z0-9]{1,18}");

    /** @throws RefusedException if {@code value} is not an HSA-id in upper case */
    public HsaId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new RefusedException(Texts.quoted(value) + " is not an HSA-id: write SE, 10 digits,"
                    + " a hyphen and 1 to 18 letters or digits, for example SE1111111111-A1B2");
        }
    }

    /** Reads an HSA-id as people paste it: blanks around it and lower case are accepted. */
    public static HsaId of(String pasted) {
        return new HsaId(pasted.strip().toUpperCase(Locale.ROOT));
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
