package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-remove",
        description = "Takes an inactive case type of a unit's own away, and lists those that can be restored")
public class CaseTypeRemoveCommand extends UnitTypeChangeCommand {

    @Override
    protected Listing answer() {
        service.remove(operator(), where(), key(), version());
        Listing listing = Listing.of("removed");
        service.removed(operator(), where()).forEach(listing::row);
        return listing;
    }
}
