package org.careunit.mail.internal.shell;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.SmtpMailGateway;
import org.careunit.operations.Listing;
import org.careunit.operations.TestMessageCommand;

@Service
@Command(
        scope = "careunit",
        name = "mail-test",
        description = "Sends a test message now and tells what the server says")
public class MailTestCommand extends TestMessageCommand {

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
        SmtpMailGateway open = running(gateway, UnavailableProblem.GATEWAY, "E-mail");
        OutgoingMail mail = new OutgoingMail(UUID.randomUUID(), EmailAddress.of(address), SUBJECT, TEXT);
        return sent("careunit-mail-test", () -> open.send(mail));
    }
}
