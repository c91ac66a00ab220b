package org.careunit.api.finding;

import java.util.List;
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

    /** A county and its name, for example "Stockholms län". */
    record County(CountyCode code, String name) {}

    /** A municipality and its name, for example "Stockholm". */
    record Municipality(MunicipalityCode code, String name) {}
}
