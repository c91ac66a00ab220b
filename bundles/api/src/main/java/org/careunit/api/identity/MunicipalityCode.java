package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * Identifies a municipality by its code. Which codes there are is data that an operator may replace, so only the form
 * is looked at here. Source: Statistics Sweden (SCB), codes of the municipalities.
 *
 * @param value four digits, the first two of them the county's, for example {@code 0180} for Stockholm; never null
 */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {

    private static final Pattern FORM = Pattern.compile("\\d{4}");

    /** @throws RefusedException if it is not four digits that begin with a county's code */
    public MunicipalityCode {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw IdentityProblem.MUNICIPALITY.refused(SafeText.quoted(value));
        }
        new CountyCode(value.substring(0, 2));
    }

    /** Reads a code as people paste it: blanks around it are accepted. */
    public static MunicipalityCode of(String pasted) {
        return new MunicipalityCode(PastedText.compact(pasted));
    }

    /** The county it lies in. */
    public CountyCode county() {
        return new CountyCode(value.substring(0, 2));
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
