package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(scope = "careunit", name = "case-type-hand-out", description = "Hands a case type of a region out to a unit")
public class CaseTypeHandOutCommand extends HandOutChangeCommand {

    @Override
    protected Listing answer() {
        service.handOut(operator(), where(), key(), who());
        return Listing.of("type", "unit").row(type, unit);
    }
}
