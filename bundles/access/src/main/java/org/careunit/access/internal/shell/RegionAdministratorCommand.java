package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;
import org.careunit.operations.completion.StaffCompleter;

/** {@code careunit:region-administrator}. */
@Service
@Command(
        scope = "careunit",
        name = "region-administrator",
        description = "Makes a staff member an administrator of a region; twice changes nothing")
public class RegionAdministratorCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", required = true, description = "The code of the region's county")
    @Completion(RegionCompleter.class)
    String region;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        CountyCode code = CountyCode.of(region);
        StaffId administrator = StaffId.of(staff);
        service.makeRegionalAdministrator(operator(), code, administrator);
        return Listing.of("region", "administrator").row(code, administrator);
    }
}
