package org.careunit.api.messages;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets staff find out whether they are reached. Safe for use by many threads. Throws
 * {@link org.careunit.api.access.NotPermittedException} if the actor is neither the person nor an operator, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface TestMessages {

    /**
     * Sends a test message to the addresses at which a staff member is notified of cases given to them. The first is
     * sent at once; further ones within the unit's digest window are gathered into one.
     *
     * @param channel {@link Channel#EMAIL} or {@link Channel#SMS}; not null
     * @return its row in the ledger, as it stands when this returns; what becomes of it is to be read there
     * @throws org.careunit.api.failure.RefusedException if there is no such unit or it is closed, if the channel is
     *     another, or if the staff member has not chosen this channel or no address is known
     * @throws org.careunit.api.failure.UnavailableException also if there is no gateway for the channel
     */
    LedgerEntry send(Actor actor, HsaId unit, StaffId staff, Channel channel);
}
