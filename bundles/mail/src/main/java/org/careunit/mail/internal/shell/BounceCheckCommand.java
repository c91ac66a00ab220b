package org.careunit.mail.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.mail.internal.mailbox.ImapReturnedMails;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "bounce-check",
        description = "Connects to the mailbox for e-mail that comes back and logs in; reads nothing")
public class BounceCheckCommand extends OperatorCommand {

    @Reference(optional = true)
    ImapReturnedMails mails;

    @Override
    protected Listing answer() {
        if (mails == null) {
            throw new UnavailableException(
                    UnavailableProblem.GATEWAY, "The mailbox is not read; careunit:health says why");
        }
        mails.check();
        return Listing.of("server", "answer").row(mails.server(), "It lets us in");
    }
}
