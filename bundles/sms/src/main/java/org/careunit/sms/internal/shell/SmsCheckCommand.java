package org.careunit.sms.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.sms.internal.RoutedSmsGateway;

@Service
@Command(
        scope = "careunit",
        name = "sms-check",
        description = "Connects to the SMS gateway and logs in; if it lets us in, a channel that rests goes on at once")
public class SmsCheckCommand extends OperatorCommand {

    @Reference(optional = true)
    RoutedSmsGateway gateway;

    @Override
    protected Listing answer() {
        RoutedSmsGateway opened = running(gateway, UnavailableProblem.GATEWAY, "SMS");
        opened.check();
        return Listing.of("server", "answer").row(opened.server(), "It lets us in");
    }
}
