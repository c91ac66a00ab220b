package org.careunit.access.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "permission-register",
        description = "Makes an account for somebody whom the directory knows, with permissions at a unit;"
                + " asks for the personal identity number, which is not shown")
public class PermissionRegisterCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(
            index = 1,
            name = "permissions",
            required = true,
            multiValued = true,
            description = "One or more of case-receiver, case-handler, unit-administrator,"
                    + " permission-administrator, reviewer")
    @Completion(
            value = StringsCompleter.class,
            values = {"case-receiver", "case-handler", "unit-administrator", "permission-administrator", "reviewer"})
    List<String> permissions;

    @Option(name = "--staff", description = "Which HSA-id, where the directory knows the person by several")
    @Completion(StaffCompleter.class)
    String staff;

    @Option(name = "--from", description = "The first day, as 2026-12-01; without it they hold at once")
    String from;

    @Option(name = "--until", description = "The last day, as 2026-12-31; without it they have no end")
    String until;

    @Reference
    Session console;

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        StaffAtUnit registered = service.register(
                operator(),
                HsaId.of(unit),
                PersonNumberPrompt.read(console),
                Optional.ofNullable(staff).map(StaffId::of),
                DayArguments.dated(PermissionNames.read(permissions), from, until));
        return PermissionListCommand.listing(List.of(registered));
    }
}
