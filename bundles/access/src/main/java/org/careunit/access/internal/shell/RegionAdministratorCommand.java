package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "region-administrator",
        description = "Makes a staff member an administrator of a region; twice changes nothing")
public class RegionAdministratorCommand extends RegionStaffCommand {

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        service.makeRegionalAdministrator(operator(), region(), staff());
        return Listing.of("region", "administrator").row(region(), staff());
    }
}
