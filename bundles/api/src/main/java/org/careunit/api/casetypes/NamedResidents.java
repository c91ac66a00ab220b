package org.careunit.api.casetypes;

import java.time.Instant;
import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Residents who may send cases of a type that is limited to named residents. They are kept by a keyed pseudonym alone.
 * Safe for use by many threads; throws what {@link CaseTypeChoices} throws.
 */
@ProviderType
public interface NamedResidents {

    /**
     * Names a resident for a type; one who is named stays so.
     *
     * @param pseudonym the host's pseudonym of the resident, 1 to 100 characters; not null
     */
    void name(Actor actor, HsaId unit, CaseTypeKey type, String pseudonym);

    /**
     * Takes a naming back.
     *
     * @throws org.careunit.api.failure.RefusedException if there is none
     */
    void remove(Actor actor, HsaId unit, CaseTypeKey type, String pseudonym);

    /** Who is named for a type, newest first. */
    List<Named> ofType(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * A naming.
     *
     * @param resident our keyed pseudonym of the resident: 64 hexadecimal digits; never null
     * @param namedBy the label of the one who named; never null
     * @param namedAt when; never null
     */
    record Named(String resident, String namedBy, Instant namedAt) {

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(named at " + namedAt + ")";
        }
    }
}
