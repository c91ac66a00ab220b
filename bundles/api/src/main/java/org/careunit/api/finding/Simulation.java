package org.careunit.api.finding;

import java.util.List;
import java.util.Objects;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;

/**
 * Effect of a changed catchment area. Residents who are approved one by one keep their approval and are left out.
 *
 * @param won who would see the unit and does not now; never null
 * @param lost who sees the unit now and would not; never null
 */
public record Simulation(List<Band> won, List<Band> lost) {

    public Simulation {
        won = List.copyOf(won);
        lost = List.copyOf(lost);
    }

    /**
     * The residents of a municipality of one sex and neighbouring ages; bands that touch are one.
     *
     * @param municipality never null
     * @param sex never null
     * @param fromAge the lowest age in years
     * @param toAge the highest age in years, itself included;
     *     {@link org.careunit.api.settings.CatchmentArea.Rule#OLDEST} for no end
     */
    public record Band(MunicipalityCode municipality, Sex sex, int fromAge, int toAge) {
        public Band {
            Objects.requireNonNull(municipality, "municipality");
            Objects.requireNonNull(sex, "sex");
        }
    }
}
