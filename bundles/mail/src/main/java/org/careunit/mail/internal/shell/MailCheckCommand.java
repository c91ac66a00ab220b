package org.careunit.mail.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.mail.internal.SmtpMailGateway;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "mail-check",
        description = "Connects to the mail server and logs in; if it lets us in, a channel that rests goes on at once")
public class MailCheckCommand extends OperatorCommand {

    @Reference(optional = true)
    SmtpMailGateway gateway;

    @Override
    protected Listing answer() {
        SmtpMailGateway opened = running(gateway, UnavailableProblem.GATEWAY, "E-mail");
        opened.check();
        return Listing.of("server", "answer").row(opened.server(), "It lets us in");
    }
}
