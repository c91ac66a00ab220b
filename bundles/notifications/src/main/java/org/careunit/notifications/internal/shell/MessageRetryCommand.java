package org.careunit.notifications.internal.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.careunit.operations.Arguments;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "message-retry",
        description = "Sends messages that failed again, now: one, or all that match; lets their addresses"
                + " have messages again")
public class MessageRetryCommand extends OperatorCommand {

    @Argument(name = "id", description = "The message's id, as message-list shows it")
    String id;

    @Option(name = "--state", description = "All in this state")
    @Completion(
            value = StringsCompleter.class,
            values = {"TEMPORARY_FAILURE", "PERMANENT_FAILURE", "TECHNICAL_FAILURE", "SUPPRESSED"})
    MessageState state;

    @Option(name = "--unit", description = "All of this unit")
    @Completion(UnitCompleter.class)
    String unit;

    @Option(name = "--from", description = "All that failed at or after this local time, such as 2026-11-30T08:00")
    String from;

    @Option(name = "--until", description = "All that failed before this local time")
    String until;

    @Option(name = "--reason", description = "All whose detail contains these words")
    String reason;

    @Reference
    Messages messages;

    @Override
    protected Listing answer() {
        boolean many = Stream.of(state, unit, from, until, reason).anyMatch(option -> option != null);
        if ((id != null) == many) {
            throw CommandProblem.ARGUMENT.refused(
                    "Name one message, or say by --state, --unit, --from, --until or --reason which ones");
        }
        return many ? retryMany() : MessageShowCommand.shown(messages.retry(operator(), MessageShowCommand.id(id)));
    }

    private Listing retryMany() {
        FailedMessages which = new FailedMessages(
                Optional.ofNullable(state),
                Optional.ofNullable(unit).map(HsaId::of),
                instant("--from", from),
                instant("--until", until),
                Optional.ofNullable(reason));
        RetriedMessages retried = messages.retryAll(operator(), which);
        return Listing.of("sent-again", "left").row(retried.again(), retried.left());
    }

    private static Optional<Instant> instant(String option, String written) {
        return Optional.ofNullable(written).map(at -> Arguments.at(option, at));
    }
}
