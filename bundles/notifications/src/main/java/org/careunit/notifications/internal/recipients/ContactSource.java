package org.careunit.notifications.internal.recipients;

import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/**
 * Finds the current addresses of each kind of recipient. Every method returns an empty contact for somebody who wants
 * no messages any more, and throws {@link org.careunit.api.failure.UnavailableException} if that cannot be determined
 * now.
 */
public interface ContactSource {

    Optional<Contact> ofUnitAddress(HsaId unit, String pseudonym);

    Optional<Contact> ofStaff(HsaId unit, StaffId member);

    /** Somebody who stands in for an absent colleague: reminded by e-mail whatever they have chosen. */
    Optional<Contact> ofDeputy(HsaId unit, StaffId member);

    Optional<Contact> ofRegionalAdministrator(HsaId unit, StaffId administrator);

    Optional<Contact> ofResident(CaseRef subject);
}
