package org.careunit.settings.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "settings-email",
        description = "Says whether, and at which addresses, a unit is told of new cases by e-mail")
public class SettingsEmailCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "state", required = true, description = "on or off")
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off"})
    String state;

    @Argument(
            index = 2,
            name = "addresses",
            multiValued = true,
            description = "The addresses, in place of those there are; without any, those stay")
    List<String> addresses;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        boolean on = isOn();
        Versioned<EmailNotification> seen = service.read(operator(), where, EmailNotification.class);
        List<EmailAddress> told = addresses == null || addresses.isEmpty()
                ? seen.content().addresses()
                : addresses.stream().map(EmailAddress::of).toList();
        return SettingsListing.of(
                service, service.save(operator(), where, new EmailNotification(on, told), seen.version()));
    }

    private boolean isOn() {
        if (!state.equals("on") && !state.equals("off")) {
            throw CommandProblem.ARGUMENT.refused("Write on or off after the unit");
        }
        return state.equals("on");
    }
}
