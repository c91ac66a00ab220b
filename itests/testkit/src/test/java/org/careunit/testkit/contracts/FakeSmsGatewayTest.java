package org.careunit.testkit.contracts;

import org.careunit.api.gateways.SmsGateway;
import org.careunit.testkit.fakes.FakeSmsGateway;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of the gateway keeps the contract. */
class FakeSmsGatewayTest extends SmsGatewayContract {

    private final FakeSmsGateway gateway = new FakeSmsGateway();

    @Override
    protected SmsGateway service() {
        return gateway;
    }

    @Override
    protected void takeAway() {
        gateway.faults().set(Fault.UNAVAILABLE);
    }

    @Override
    protected void giveBack() {
        gateway.recover();
    }
}
