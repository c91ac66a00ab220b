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
 * Provides the state of the terms of units' case types. Safe for use by many threads; throws what
 * {@link org.careunit.api.casetypes.CaseTypes} throws.
 */
@ProviderType
public interface TermsStates {

    /** The state of the terms of one type at one unit now. */
    TermsState find(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * The errors that prevent terms from being shown to residents, read in the caller's transaction if there is one.
     *
     * @param types not null
     * @return by the given types, each with an empty list if nothing does
     */
    default Map<CaseTypeKey, List<Problem>> errors(Actor actor, HsaId unit, Set<CaseTypeKey> types) {
        return types.stream().collect(Collectors.toMap(type -> type, type -> find(actor, unit, type)
                .errors()));
    }
}
