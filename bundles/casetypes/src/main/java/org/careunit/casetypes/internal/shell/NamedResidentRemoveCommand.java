package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-resident-remove",
        description = "Takes the naming of a resident for a case type back")
public class NamedResidentRemoveCommand extends NamedResidentCommand {

    @Override
    protected Listing answer() {
        service.remove(operator(), where(), key(), new ResidentPseudonym(resident));
        return named();
    }
}
