package org.careunit.finding.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(scope = "careunit", name = "resident-withdraw", description = "Takes the approval of a resident back")
public class ResidentWithdrawCommand extends OperatorCommand {
    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "resident", required = true, description = "The host's pseudonym of the resident")
    String resident;

    @Reference
    ApprovedResidents service;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        service.withdraw(operator(), where, new ResidentPseudonym(resident));
        return ResidentListCommand.listing(service.ofUnit(operator(), where));
    }
}
