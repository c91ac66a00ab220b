package org.careunit.finding.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "resident-list",
        description = "Lists the residents whom a unit has approved, by our pseudonym of them")
public class ResidentListCommand extends OperatorCommand {
    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    ApprovedResidents service;

    @Override
    protected Listing answer() {
        return listing(service.ofUnit(operator(), HsaId.of(unit)));
    }

    static Listing listing(List<ApprovedResidents.Approval> approvals) {
        Listing listing = Listing.of("resident", "until", "approved by", "approved at")
                .whenEmpty("The unit has approved nobody.");
        approvals.forEach(one -> listing.row(one.resident().value(), one.until(), one.approvedBy(), one.approvedAt()));
        return listing;
    }
}
