package org.careunit.sms.internal.shell;

import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.identity.TelephoneNumbers;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.sms.internal.RoutedSmsGateway;

@Service
@Command(scope = "careunit", name = "sms-test", description = "Sends a test SMS now and tells what the gateway says")
public class SmsTestCommand extends OperatorCommand {

    private static final String TEXT =
            "Det här är ett testmeddelande från Careunit. Är å, ä, ö och € rätt, så fungerar sms.";

    @Argument(name = "number", description = "Where to send it, for example 070-123 45 67", required = true)
    String number;

    @Reference(optional = true)
    RoutedSmsGateway gateway;

    @Reference
    TelephoneNumbers numbers;

    @Override
    protected Listing answer() {
        RoutedSmsGateway open = opened(gateway);
        DeliveryResult result =
                sent(open, new OutgoingSms(UUID.randomUUID(), numbers.read(number), TEXT, Optional.empty()));
        Listing listing = Listing.of("answer", "reason").row(result.status(), result.reason());
        return result.status() == DeliveryStatus.ACCEPTED
                ? listing
                : listing.failed("The test SMS was not taken: " + result.reason());
    }

    /** The shell names its thread after the whole command, and the log would show the number. */
    private static DeliveryResult sent(RoutedSmsGateway gateway, OutgoingSms sms) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("careunit-sms-test");
        try {
            return gateway.send(sms);
        } finally {
            thread.setName(name);
        }
    }

    static RoutedSmsGateway opened(RoutedSmsGateway gateway) {
        if (gateway == null) {
            throw new UnavailableException(UnavailableProblem.GATEWAY, "SMS does not run; careunit:health says why");
        }
        return gateway;
    }
}
