package org.careunit.api.identity;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * One errand of a resident with a unit, by the host's own number for it.
 *
 * @param unit the unit that has the case; never null
 * @param id the host's number for the case, unique within the unit: 1 to 100 letters, digits or {@code . _ : -}; never
 *     null, and never anything that names the resident, since it stands in logs
 */
public record CaseRef(HsaId unit, String id) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** @throws RefusedException if {@code id} has another form or is a personal identity number */
    public CaseRef {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(id, "id");
        if (!FORM.matcher(id).matches()) {
            throw IdentityProblem.CASE_ID.refused(SafeText.quoted(id));
        }
        PersonNumber.refuseAs("A case id", id);
    }

    @Override
    public String toString() {
        return unit + "/" + id;
    }
}
