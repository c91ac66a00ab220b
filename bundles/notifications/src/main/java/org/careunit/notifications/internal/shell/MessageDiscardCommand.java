package org.careunit.notifications.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.messages.Messages;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "message-discard",
        description = "Drops a record system's notice that is parked; what follows in its case goes on")
public class MessageDiscardCommand extends OperatorCommand {

    @Argument(name = "id", required = true, description = "The notice's id, as message-list shows it")
    String id;

    @Reference
    Messages messages;

    @Override
    protected Listing answer() {
        return MessageShowCommand.shown(messages.discard(operator(), MessageShowCommand.id(id)));
    }
}
