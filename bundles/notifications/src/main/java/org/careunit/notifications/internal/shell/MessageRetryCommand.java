package org.careunit.notifications.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Messages.RetriedMessages;
import org.careunit.operations.Listing;
import org.careunit.operations.RetryCommand;

@Service
@Command(
        scope = "careunit",
        name = "message-retry",
        description = "Sends messages that failed again, now: one, or all that match; lets their addresses"
                + " have messages again")
public class MessageRetryCommand extends RetryCommand {

    @Argument(name = "id", description = "The message's id, as message-list shows it")
    String id;

    @Option(name = "--state", description = "All in this state")
    @Completion(
            value = StringsCompleter.class,
            values = {"TEMPORARY_FAILURE", "PERMANENT_FAILURE", "TECHNICAL_FAILURE", "SUPPRESSED"})
    MessageState state;

    @Reference
    Messages messages;

    @Override
    protected Listing answer() {
        return isForMany("message", id, "--state", state)
                ? retryMany()
                : MessageShowCommand.shown(messages.retry(operator(), MessageShowCommand.id(id)));
    }

    private Listing retryMany() {
        FailedMessages which =
                new FailedMessages(Optional.ofNullable(state), unit().map(HsaId::of), from(), until(), reason());
        RetriedMessages retried = messages.retryAll(operator(), which);
        return Listing.of("sent-again", "left").row(retried.again(), retried.left());
    }
}
