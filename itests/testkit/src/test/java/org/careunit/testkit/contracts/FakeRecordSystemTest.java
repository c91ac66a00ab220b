package org.careunit.testkit.contracts;

import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.identity.CaseRef;
import org.careunit.testkit.fakes.FakeRecordSystem;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of a record system keeps the contract. */
class FakeRecordSystemTest extends RecordSystemContract {

    private final FakeRecordSystem recordSystem = new FakeRecordSystem();

    @Override
    protected RecordSystem service() {
        return recordSystem;
    }

    @Override
    protected int tasks(CaseRef ref) {
        return (int) recordSystem.notices().stream()
                .filter(notice -> notice.ref().equals(ref) && notice.kind() == Kind.CREATED)
                .map(CaseNotice::id)
                .distinct()
                .count();
    }

    @Override
    protected void takeAway() {
        recordSystem.faults().set(Fault.UNAVAILABLE);
    }

    @Override
    protected void giveBack() {
        recordSystem.faults().mend();
    }
}
