package org.careunit.testkit.contracts;

import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.testkit.fakes.Canary;
import org.careunit.testkit.fakes.FakeHost;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of a host keeps the contract. */
class FakeResidentIdentitiesTest extends ResidentIdentitiesContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-KIT");

    private final FakeHost host = new FakeHost().put(known(), Canary.PERSON.identity());

    @Override
    protected ResidentIdentities service() {
        return host;
    }

    @Override
    protected CaseRef known() {
        return new CaseRef(UNIT, "known");
    }

    @Override
    protected CaseRef unknown() {
        return new CaseRef(UNIT, "unknown");
    }

    @Override
    protected void takeAway() {
        host.faults().set(Fault.UNAVAILABLE);
    }

    @Override
    protected void giveBack() {
        host.faults().mend();
    }
}
