package org.careunit.api.terms;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reading and accepting of terms by residents. A resident reads and accepts for themselves alone, the host for anybody.
 * Safe for use by many threads. All methods with an actor throw {@link org.careunit.api.access.NotPermittedException}
 * if the actor may not, {@link org.careunit.api.failure.RefusedException} if there is no such unit, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface TermsAcceptance {

    /**
     * What a resident reads before sending, from memory.
     *
     * @param resident who reads; not null
     * @throws org.careunit.api.failure.RefusedException also if the unit does not have the type or it is not active
     *     there, or there are no terms in force, or ones that hold an error
     */
    TermsToAccept toAccept(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident);

    /**
     * Accepts what was read.
     *
     * @param resident as above
     * @param read the version that the resident has read
     * @return to be kept with the case, for as long as it
     * @throws org.careunit.api.failure.ConflictException if other words hold by now
     * @throws org.careunit.api.failure.RefusedException as above
     */
    Receipt accept(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident, TermsVersion read);

    /**
     * Verifies that a receipt is unchanged, regardless of its age; for the staff of its unit, the host and operators.
     *
     * @throws org.careunit.api.failure.UnavailableException also if the keys cannot be read now
     */
    ReceiptVerification verify(Actor actor, Receipt receipt);

    /**
     * Reads a receipt that was written as JSON.
     *
     * @throws org.careunit.api.failure.RefusedException if it is not one, naming the path
     */
    Receipt parse(String json);

    /** Writes a receipt as the JSON that {@link #parse} reads, for the host to keep. */
    String write(Receipt receipt);
}
