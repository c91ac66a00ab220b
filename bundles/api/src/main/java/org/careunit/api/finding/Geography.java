package org.careunit.api.finding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sweden's counties and municipalities by code and name. Source: Statistics Sweden (SCB), 21 counties and 290
 * municipalities; an operator may replace the list. Anybody may read it. Safe for use by many threads; answers from
 * memory.
 */
@ProviderType
public interface Geography {

    /** All counties, by code. */
    List<County> counties();

    /** The municipalities of a county, by code; empty if there is none. */
    List<Municipality> municipalities(CountyCode county);

    /** A municipality; empty if the list has no such code. */
    Optional<Municipality> municipality(MunicipalityCode code);

    /**
     * A county.
     *
     * @param code never null
     * @param name for example "Stockholms län"; never null
     */
    record County(CountyCode code, String name) {
        public County {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A municipality.
     *
     * @param code never null
     * @param name for example "Stockholm"; never null
     */
    record Municipality(MunicipalityCode code, String name) {
        public Municipality {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
        }
    }
}
