package org.careunit.notifications.internal.shell;

import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(scope = "careunit", name = "message-show", description = "Shows one message of the ledger, whole")
public class MessageShowCommand extends OperatorCommand {

    @Argument(name = "id", required = true, description = "The message's id, as message-list shows it")
    String id;

    @Reference
    Messages messages;

    @Override
    protected Listing answer() {
        LedgerEntry entry = messages.find(operator(), id(id))
                .orElseThrow(() -> CommandProblem.ARGUMENT.refused("There is no message " + id));
        return shown(entry);
    }

    static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException notAnId) {
            throw CommandProblem.ARGUMENT.refused("This is not a message's id; message-list shows them");
        }
    }

    static Listing shown(LedgerEntry entry) {
        return Listing.of("what", "value")
                .row("id", entry.id())
                .row("topic", entry.topic())
                .row("event", entry.event())
                .row("case", entry.subject())
                .row("channel", entry.channel())
                .row("recipient", entry.recipient())
                .row("state", entry.state())
                .row("attempts", entry.attempts())
                .row("detail", entry.detail())
                .row("message-id", entry.messageId())
                .row("changed", entry.changedAt());
    }
}
