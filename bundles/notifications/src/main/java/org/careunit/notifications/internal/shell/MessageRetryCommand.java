package org.careunit.notifications.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.messages.Messages;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:message-retry}. */
@Service
@Command(
        scope = "careunit",
        name = "message-retry",
        description = "Sends a message that failed again, now; lets its address have messages again")
public class MessageRetryCommand extends OperatorCommand {

    @Argument(name = "id", required = true, description = "The message's id, as message-list shows it")
    String id;

    @Reference
    Messages messages;

    @Override
    protected Listing answer() {
        return MessageShowCommand.shown(messages.retry(operator(), MessageShowCommand.id(id)));
    }
}
