package org.careunit.units.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.Units;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.storage.UnitRegister;

@Service
@Command(scope = "careunit", name = "unit-rename", description = "Gives a unit another name")
public class UnitRenameCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(
            index = 1,
            name = "name",
            required = true,
            description = "What the unit is called from now on; quote it if it has blanks")
    String name;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        HsaId id = HsaId.of(unit);
        String seen = service.find(operator(), id)
                .orElseThrow(() -> UnitRegister.unknown(id))
                .name();
        return UnitListing.of(List.of(service.rename(operator(), id, seen, name)));
    }
}
