package org.careunit.units.internal;

import java.util.List;
import java.util.Optional;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;

/** A list of one county. */
public final class OneCounty implements Geography {

    @Override
    public List<County> counties() {
        return List.of(new County(new CountyCode("01"), "Stockholms län"));
    }

    @Override
    public List<Municipality> municipalities(CountyCode county) {
        return List.of();
    }

    @Override
    public Optional<Municipality> municipality(MunicipalityCode code) {
        return Optional.empty();
    }
}
