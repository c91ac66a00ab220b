package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Contract of a host's own {@link SmsGateway}; the gateway behind it accepts {@link Canary#PERSON}'s number. */
public abstract class SmsGatewayContract extends GatewayContract {

    private static final TelephoneNumber TO = new TelephoneNumber(Canary.PERSON.telephone());
    private static final String TWO_PARTS = "Du har ett svar att läsa. ".repeat(8);

    private volatile UUID last = UUID.randomUUID();

    /** The service under test. */
    protected abstract SmsGateway service();

    @Override
    DeliveryResult sendOne() {
        last = UUID.randomUUID();
        return sendAgain();
    }

    @Override
    DeliveryResult sendAgain() {
        return service().send(new OutgoingSms(last, TO, TWO_PARTS, Optional.empty()));
    }

    /** All ids are given, so that receipts can be matched, or none. */
    @Test
    void idsOfPartsAreToldForAllOfThemOrNone() {
        int ids = answered(sendOne()).parts().size();
        assertTrue(ids == 0 || ids == 2, "an SMS of two parts has " + ids + " ids");
    }

    @Test
    void saysFromMemoryWhetherItIsSetUp() {
        takeAway();
        try {
            assertTrue(service().isSetUp(), "being down is not the same as not being configured");
        } finally {
            giveBack();
        }
    }

    @Test
    void aListenerCanBeTakenAwayAgain() {
        Runnable remove = service().onRecovery(() -> {});
        assertNotNull(remove, "null takes nothing away");
        remove.run();
        remove.run();
    }
}
