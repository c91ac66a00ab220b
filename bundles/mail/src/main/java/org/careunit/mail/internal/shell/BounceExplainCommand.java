package org.careunit.mail.internal.shell;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.mail.internal.SentMails;
import org.careunit.mail.internal.bounces.BounceReader;
import org.careunit.mail.internal.bounces.BounceResult;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "bounce-explain",
        description = "Tells what would be done with a mail that came back, and why; changes nothing")
public class BounceExplainCommand extends OperatorCommand {

    /** No mail in the mailbox has it, so that the answer is not that it was taken in before. */
    private static final String SOURCE = "explained";

    @Argument(name = "file", description = "The mail as a file, as a mail program saves it (.eml)", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Reference(optional = true)
    SentMails mails;

    @Override
    protected Listing answer() {
        SentMails open = running(mails, UnavailableProblem.GATEWAY, "E-mail");
        byte[] mail = NamedFile.beginning(file, BounceReader.MOST_BYTES);
        BounceResult processed = open.processor().explain(mail, SOURCE);
        return Listing.of("kind", "status", "matched by", "message", "suppressed", "mail", "why")
                .row(
                        processed.kind(),
                        processed.reported().map(one -> one.outcome().status()).orElse(""),
                        processed.by().word(),
                        processed.message().map(UUID::toString).orElse(""),
                        processed.isSuppressed() ? "yes" : "no",
                        processed.disposal(),
                        processed.why());
    }
}
