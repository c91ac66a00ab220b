package org.careunit.testkit.contracts;

import org.careunit.api.gateways.MailGateway;
import org.careunit.testkit.fakes.FakeMailGateway;
import org.careunit.testkit.fakes.FaultSwitch.Fault;

/** The fake of the gateway keeps the contract. */
class FakeMailGatewayTest extends MailGatewayContract {

    private final FakeMailGateway gateway = new FakeMailGateway();

    @Override
    protected MailGateway service() {
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
