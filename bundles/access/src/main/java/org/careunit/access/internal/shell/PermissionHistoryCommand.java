package org.careunit.access.internal.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.storage.UnitRegister;

@Service
@Command(
        scope = "careunit",
        name = "permission-history",
        description = "Lists who changed a staff member's permissions at a unit, when, and from what to what")
public class PermissionHistoryCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Reference
    Permissions service;

    @Reference
    UnitRegister units;

    @Override
    protected Listing answer() {
        HsaId at = HsaId.of(unit);
        List<Saved<Map<Permission, GrantPeriod>>> history = service.history(operator(), at, StaffId.of(staff));
        if (history.isEmpty()) {
            units.require(at);
        }
        Listing listing = Listing.of("version", "at", "actor", "from", "to")
                .whenEmpty("This staff member never had a permission there.");
        for (int place = 0; place < history.size(); place++) {
            Saved<Map<Permission, GrantPeriod>> saved = history.get(place);
            Map<Permission, GrantPeriod> before = place + 1 < history.size() ? held(history.get(place + 1)) : Map.of();
            listing.row(
                    saved.version(),
                    saved.at(),
                    saved.actor(),
                    PermissionNames.of(before),
                    PermissionNames.of(held(saved)));
        }
        return listing;
    }

    private static Map<Permission, GrantPeriod> held(Saved<Map<Permission, GrantPeriod>> saved) {
        return saved.content().orElse(Map.of());
    }
}
