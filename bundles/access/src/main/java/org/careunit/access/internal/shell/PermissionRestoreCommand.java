package org.careunit.access.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.PermissionVersionCompleter;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "permission-restore",
        description = "Gives a staff member the permissions at a unit again that an earlier version gave them")
public class PermissionRestoreCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Argument(index = 2, name = "version", required = true, description = "Which, as permission-history numbers them")
    @Completion(PermissionVersionCompleter.class)
    long version;

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        return PermissionListCommand.listing(
                List.of(service.restore(operator(), HsaId.of(unit), StaffId.of(staff), version)));
    }
}
