package org.careunit.testkit.fakes;

import java.util.List;
import java.util.stream.IntStream;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.sms.SmsText;

/** An SMS gateway in memory, which gives each part of a message an id. Safe for use by many threads. */
public final class FakeSmsGateway extends FakeGateway<OutgoingSms> implements SmsGateway {

    @Override
    public DeliveryResult send(OutgoingSms sms) {
        return take("The SMS gateway", sms);
    }

    @Override
    DeliveryResult accept(OutgoingSms sms) {
        int parts = SmsText.of(sms.text()).parts().size();
        List<String> ids = IntStream.rangeClosed(1, parts)
                .mapToObj(part -> sms.id() + "-" + part)
                .toList();
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "ok", ids);
    }
}
