package org.careunit.itests.example;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;

/**
 * Who plays. All of them must have an entry in the directory.
 *
 * @param unit the unit that joins
 * @param regional who administers its region
 * @param first the unit's first administrator
 * @param second its second
 * @param secondNumber the personal identity number of the second, as the first pastes it
 * @param receiver who hands its cases out
 */
public record Cast(HsaId unit, HsaId regional, HsaId first, HsaId second, String secondNumber, HsaId receiver) {

    static Actor actor(HsaId staff) {
        return new Actor.Staff(staff);
    }
}
