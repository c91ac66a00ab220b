package org.careunit.sms.internal.shell;

import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.identity.TelephoneNumbers;
import org.careunit.operations.Listing;
import org.careunit.operations.TestMessageCommand;
import org.careunit.sms.internal.RoutedSmsGateway;

@Service
@Command(scope = "careunit", name = "sms-test", description = "Sends a test SMS now and tells what the gateway says")
public class SmsTestCommand extends TestMessageCommand {

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
        RoutedSmsGateway open = running(gateway, UnavailableProblem.GATEWAY, "SMS");
        OutgoingSms sms = new OutgoingSms(UUID.randomUUID(), numbers.read(number), TEXT, Optional.empty());
        return sent("careunit-sms-test", () -> open.send(sms));
    }
}
