package org.careunit.notifications.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.TestMessages;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "personal-test",
        description = "Sends a test message to where somebody is told of the cases given to them at a unit")
public class PersonalTestCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Option(name = "--sms", description = "By SMS in place of e-mail")
    boolean sms;

    @Reference
    TestMessages messages;

    @Override
    protected Listing answer() {
        Channel channel = sms ? Channel.SMS : Channel.EMAIL;
        return MessageShowCommand.shown(messages.send(operator(), HsaId.of(unit), StaffId.of(staff), channel));
    }
}
