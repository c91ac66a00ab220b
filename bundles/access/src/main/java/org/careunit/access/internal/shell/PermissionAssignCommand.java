package org.careunit.access.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
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
        name = "permission-assign",
        description = "Gives a staff member exactly these permissions at a unit, in place of those they had")
public class PermissionAssignCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Argument(
            index = 2,
            name = "permissions",
            required = true,
            multiValued = true,
            description = "One or more of case-receiver, case-handler, unit-administrator,"
                    + " permission-administrator, reviewer")
    @Completion(
            value = StringsCompleter.class,
            values = {"case-receiver", "case-handler", "unit-administrator", "permission-administrator", "reviewer"})
    List<String> permissions;

    @Option(name = "--from", description = "The first day, as 2026-12-01; without it they hold at once")
    String from;

    @Option(name = "--until", description = "The last day, as 2026-12-31; without it they have no end")
    String until;

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        StaffAtUnit assigned = service.assign(
                operator(),
                HsaId.of(unit),
                StaffId.of(staff),
                DayArguments.dated(PermissionNames.read(permissions), from, until));
        return PermissionListCommand.listing(List.of(assigned));
    }
}
