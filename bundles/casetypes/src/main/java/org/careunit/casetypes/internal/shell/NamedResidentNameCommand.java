package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-resident-name",
        description = "Names a resident who may send a case type that is limited to named residents")
public class NamedResidentNameCommand extends NamedResidentCommand {

    @Override
    protected Listing answer() {
        service.name(operator(), where(), key(), new ResidentPseudonym(resident));
        return named();
    }
}
