package org.careunit.api.terms;

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
}
