package org.careunit.api.terms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the terms of a unit's case types stand. Safe for use by many threads; throws what
 * {@link org.careunit.api.casetypes.CaseTypes} throws.
 */
@ProviderType
public interface TermsStates {

    /** Where the terms of one type stand at one unit now. */
    TermsState find(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * What keeps the terms of types from being shown to residents, as they are in the caller's transaction where there
     * is one.
     *
     * @param types not null
     * @return by the given types, each with an empty list if nothing does
     */
    default Map<CaseTypeKey, List<Problem>> errors(Actor actor, HsaId unit, Set<CaseTypeKey> types) {
        return types.stream().collect(Collectors.toMap(type -> type, type -> find(actor, unit, type)
                .errors()));
    }
}
