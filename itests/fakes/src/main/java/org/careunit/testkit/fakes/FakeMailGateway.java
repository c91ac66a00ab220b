package org.careunit.testkit.fakes;

import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;

/** A mail gateway in memory. Safe for use by many threads. */
public final class FakeMailGateway extends FakeGateway<OutgoingMail> implements MailGateway {

    @Override
    public DeliveryResult send(OutgoingMail mail) {
        return take("The mail server", mail);
    }

    @Override
    DeliveryResult accept(OutgoingMail mail) {
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
    }
}
