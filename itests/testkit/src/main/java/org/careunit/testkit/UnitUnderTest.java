package org.careunit.testkit;

import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/**
 * A unit of a test, and its people.
 *
 * @param id never null
 * @param region never null
 * @param administrator one of its two administrators; never null
 * @param receiver its case receiver, who is told of new cases by e-mail; never null
 * @param handler a case handler; never null
 * @param type the case type that residents may send; never null
 */
public record UnitUnderTest(
        HsaId id, CountyCode region, StaffId administrator, StaffId receiver, StaffId handler, CaseTypeKey type) {

    /** The administrator as the one who acts. */
    public Actor asAdministrator() {
        return new Actor.Staff(administrator);
    }

    /** A case of this unit. */
    public CaseRef caseOf(String caseId) {
        return new CaseRef(id, caseId);
    }
}
