package org.careunit.api.regions;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.SupportContact;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Provides a unit's support contact, which its region sets in the section support-contact. Safe for use by many
 * threads; answers from memory.
 */
@ProviderType
public interface SupportContacts {

    /**
     * The support contact of the unit's region; {@link SupportContact#NONE} until the region has set one.
     *
     * @throws org.careunit.api.access.NotPermittedException if the actor may not read the unit
     * @throws org.careunit.api.failure.RefusedException if there is no such unit
     */
    SupportContact of(Actor actor, HsaId unit);
}
