package org.careunit.api.finding;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.Sex;

/**
 * What decides which units a resident sees. It never prints itself.
 *
 * @param birthDate never null
 * @param sex never null
 * @param county where they are registered; never null
 * @param municipality where they are registered, in that county; never null
 * @param pseudonym the host's pseudonym, to find approvals by; empty to leave approvals out
 */
public record Resident(
        LocalDate birthDate, Sex sex, CountyCode county, MunicipalityCode municipality, Optional<String> pseudonym) {

    /**
     * @throws RefusedException if the municipality does not lie in the county, or the pseudonym is a personal identity
     *     number
     */
    public Resident {
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(county, "county");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(pseudonym, "pseudonym");
        pseudonym.ifPresent(name -> PersonNumber.refuseAs("A pseudonym", name));
        if (!municipality.county().equals(county)) {
            throw ValueProblem.MUNICIPALITY_ELSEWHERE.refused(municipality, county);
        }
    }

    /** A word in place of the person. */
    @Override
    public String toString() {
        return "(resident)";
    }
}
