package org.careunit.api.units;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.osgi.annotation.versioning.ProviderType;

/** The regions that units belong to. Safe for use by many threads. */
@ProviderType
public interface Regions {

    /**
     * The regions that have units, by code; for the host, operators and Careunit itself.
     *
     * @throws org.careunit.api.access.NotPermittedException if the actor may not
     * @throws org.careunit.api.failure.UnavailableException if the store is out of reach
     */
    List<Region> regions(Actor actor);

    /**
     * A region.
     *
     * @param code that of its county; never null
     * @param name that of its county; empty if the list of counties is not to be had
     * @param units how many units it has in each state; never null, without the states that none is in
     */
    record Region(CountyCode code, Optional<String> name, Map<CareUnit.State, Long> units) {
        public Region {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            units = Map.copyOf(units);
        }
    }
}
