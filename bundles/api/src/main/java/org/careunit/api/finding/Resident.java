package org.careunit.api.finding;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;

/**
 * The data of a resident that decide which units they see. Values that the population register does not have, for
 * example for a protected address or a reserve number, are empty and match no rule that needs them. Its
 * {@code toString} hides the person.
 *
 * @param birthDate never null
 * @param sex empty if it is not known
 * @param county where they are registered; that of the municipality where only that is given; empty if it is not known
 * @param municipality where they are registered, in that county; empty if it is not known
 * @param pseudonym the host's pseudonym, to find approvals by; empty to leave approvals out
 */
public record Resident(
        LocalDate birthDate,
        Optional<Sex> sex,
        Optional<CountyCode> county,
        Optional<MunicipalityCode> municipality,
        Optional<ResidentPseudonym> pseudonym) {
    /** @throws RefusedException if the municipality does not lie in the county */
    public Resident {
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(county, "county");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(pseudonym, "pseudonym");
        CountyCode given = county.orElse(null);
        municipality
                .filter(code -> given != null && !code.county().equals(given))
                .ifPresent(elsewhere -> {
                    throw ValueProblem.MUNICIPALITY_ELSEWHERE.refused(elsewhere, given);
                });
        county = county.isPresent() ? county : municipality.map(MunicipalityCode::county);
    }

    /** One of whom all is known. */
    public Resident(
            LocalDate birthDate,
            Sex sex,
            CountyCode county,
            MunicipalityCode municipality,
            Optional<ResidentPseudonym> pseudonym) {
        this(birthDate, Optional.of(sex), Optional.of(county), Optional.of(municipality), pseudonym);
    }

    /** A word in place of the person. */
    @Override
    public String toString() {
        return "(resident)";
    }

    public Resident withBirthDate(LocalDate birthDate) {
        return new Resident(birthDate, sex, county, municipality, pseudonym);
    }

    public Resident withSex(Optional<Sex> sex) {
        return new Resident(birthDate, sex, county, municipality, pseudonym);
    }

    public Resident withCounty(Optional<CountyCode> county) {
        return new Resident(birthDate, sex, county, municipality, pseudonym);
    }

    public Resident withMunicipality(Optional<MunicipalityCode> municipality) {
        return new Resident(birthDate, sex, county, municipality, pseudonym);
    }

    public Resident withPseudonym(Optional<ResidentPseudonym> pseudonym) {
        return new Resident(birthDate, sex, county, municipality, pseudonym);
    }
}
