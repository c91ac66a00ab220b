package org.careunit.testkit.contracts;

import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.testkit.fakes.FakeHost;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of a host keeps the contract. */
class FakeUnreadAnswersTest extends UnreadAnswersContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-KIT");

    private final FakeHost host = new FakeHost().setUnread(unread(), true).setUnread(read(), false);

    @Override
    protected UnreadAnswers service() {
        return host;
    }

    @Override
    protected CaseRef unread() {
        return new CaseRef(UNIT, "unread");
    }

    @Override
    protected CaseRef read() {
        return new CaseRef(UNIT, "read");
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
