package org.careunit.mail.internal.shell;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.SmtpMailGateway;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "mail-test",
        description = "Sends a test message now and tells what the server says")
public class MailTestCommand extends OperatorCommand {

    private static final String SUBJECT = "Testmeddelande från Careunit";
    private static final String TEXT =
            """
            Det här är ett testmeddelande från Careunit. Du behöver inte göra något.

            Kan du läsa det och är å, ä och ö rätt, så fungerar e-posten.
            """;

    @Argument(name = "address", description = "Where to send it, for example noreply@example.org", required = true)
    String address;

    @Reference(optional = true)
    SmtpMailGateway gateway;

    @Override
    protected Listing answer() {
        SmtpMailGateway open = opened(gateway);
        DeliveryResult result =
                sent(open, new OutgoingMail(UUID.randomUUID(), EmailAddress.of(address), SUBJECT, TEXT));
        Listing listing = Listing.of("answer", "reason").row(result.status(), result.reason());
        return result.status() == DeliveryStatus.ACCEPTED
                ? listing
                : listing.failed("The test message was not taken: " + result.reason());
    }

    /** The shell names its thread after the whole command, and the log would show the address. */
    private static DeliveryResult sent(SmtpMailGateway gateway, OutgoingMail mail) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("careunit-mail-test");
        try {
            return gateway.send(mail);
        } finally {
            thread.setName(name);
        }
    }

    static SmtpMailGateway opened(SmtpMailGateway gateway) {
        if (gateway == null) {
            throw new UnavailableException(UnavailableProblem.GATEWAY, "E-mail does not run; careunit:health says why");
        }
        return gateway;
    }
}
