package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.operations.Listing;

@Service
@Command(scope = "careunit", name = "region-administrator-remove", description = "Unmakes an administrator of a region")
public class RegionAdministratorRemoveCommand extends RegionStaffCommand {

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        service.removeRegionalAdministrator(operator(), region(), staff());
        return Listing.of("region", "removed").row(region(), staff());
    }
}
