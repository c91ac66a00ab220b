package org.careunit.api.casetypes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Residents who may send cases of a type that is limited to named residents. They are stored by a keyed hash only. Safe
 * for use by many threads; throws what {@link CaseTypeChoices} throws.
 */
@ProviderType
public interface NamedResidents {

    /**
     * Names a resident for a type; one who is named stays so.
     *
     * @param resident not null
     */
    void name(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident);

    /**
     * Takes a naming back.
     *
     * @throws org.careunit.api.failure.RefusedException if there is none
     */
    void remove(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident);

    /** Who is named for a type, newest first. */
    List<Named> ofType(Actor actor, HsaId unit, CaseTypeKey type);

    /** As above, page by page. */
    default Page<Named> ofType(Actor actor, HsaId unit, CaseTypeKey type, PageRequest page) {
        return Page.of(ofType(actor, unit, type), one -> one.resident().value(), page);
    }

    /**
     * A naming.
     *
     * @param resident never null
     * @param namedBy the label of the one who named; never null
     * @param namedAt when; never null
     */
    record Named(ResidentHash resident, String namedBy, Instant namedAt) {
        public Named {
            Objects.requireNonNull(resident, "resident");
            Objects.requireNonNull(namedBy, "namedBy");
            Objects.requireNonNull(namedAt, "namedAt");
        }

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(named at " + namedAt + ")";
        }
    }
}
