package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-rename",
        description = "Calls a case type of a unit's own something else")
public class CaseTypeRenameCommand extends UnitTypeChangeCommand {

    @Argument(index = 2, name = "name", required = true, description = "What it is called from now on, in Swedish")
    String name;

    @Override
    protected Listing answer() {
        return CaseTypeRows.of(service, service.rename(operator(), where(), key(), name, version()));
    }
}
