package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Contract of a host's own {@link MailGateway}; the mail server behind it accepts {@link Canary#PERSON}'s address. */
public abstract class MailGatewayContract extends GatewayContract {

    private static final EmailAddress TO = new EmailAddress(Canary.PERSON.email());

    private volatile UUID last = UUID.randomUUID();

    /** The service under test. */
    protected abstract MailGateway service();

    @Override
    DeliveryResult sendOne() {
        last = UUID.randomUUID();
        return sendAgain();
    }

    @Override
    DeliveryResult sendAgain() {
        return service().send(new OutgoingMail(last, TO, "Påminnelse", "Du har ett svar att läsa.\nLogga in."));
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
