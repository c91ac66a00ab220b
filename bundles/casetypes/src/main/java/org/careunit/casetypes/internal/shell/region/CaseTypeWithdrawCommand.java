package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(scope = "careunit", name = "case-type-withdraw", description = "Takes a case type of a region from a unit")
public class CaseTypeWithdrawCommand extends HandOutChangeCommand {

    @Override
    protected Listing answer() {
        service.withdraw(operator(), where(), key(), who());
        return Listing.of("type", "unit").row(type, unit);
    }
}
