package org.careunit.testkit.contracts;

import java.time.Instant;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.CaseRef;
import org.careunit.testkit.fakes.FakeHost;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of a host keeps the contract. */
class FakeClosedCasesTest extends ClosedCasesContract {

    private final FakeHost host = new FakeHost();

    @Override
    protected ClosedCases service() {
        return host;
    }

    @Override
    protected void end(CaseRef ref, Instant at) {
        host.end(ref, at);
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
