package org.careunit.access.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.storage.UnitRegister;

@Service
@Command(scope = "careunit", name = "permission-list", description = "Lists who may be what at a unit")
public class PermissionListCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    Permissions service;

    @Reference
    UnitRegister units;

    @Override
    protected Listing answer() {
        HsaId place = HsaId.of(unit);
        List<StaffAtUnit> granted = service.atUnit(operator(), place);
        if (granted.isEmpty()) {
            units.require(place);
        }
        return listing(granted);
    }

    static Listing listing(List<StaffAtUnit> granted) {
        Listing listing = Listing.of("staff", "permissions", "locked", "employed-until")
                .whenEmpty("Nobody has a permission there.");
        granted.forEach(one -> listing.row(one.staff(), words(one), one.locked(), one.employedUntil()));
        return listing;
    }

    /** The permissions with their days. */
    static String words(StaffAtUnit place) {
        return PermissionNames.of(place.grants());
    }
}
