package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * Identifies a case type: one of a region's catalogue within that region, or one of a unit's own within that unit.
 *
 * @param value 1 to 40 small letters a-z, digits and hyphens, for example {@code boka-tid}; a unit's own begins with
 *     {@value #LOCAL}; never null
 */
public record CaseTypeKey(String value) implements Comparable<CaseTypeKey> {

    /** What the keys of units' own types begin with, and no other does. */
    public static final String LOCAL = "local-";

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    /** @throws RefusedException if it has another form */
    public CaseTypeKey {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw IdentityProblem.CASE_TYPE_KEY.refused(SafeText.quoted(value));
        }
    }

    /** Reads a key as people paste it: blanks around it are accepted. */
    public static CaseTypeKey of(String pasted) {
        return new CaseTypeKey(PastedText.compact(pasted));
    }

    /** Whether it is a unit's own type. */
    public boolean isLocal() {
        return value.startsWith(LOCAL);
    }

    @Override
    public int compareTo(CaseTypeKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
