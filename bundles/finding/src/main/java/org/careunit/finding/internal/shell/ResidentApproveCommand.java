package org.careunit.finding.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "resident-approve",
        description = "Approves a resident at a unit, outside its catchment area too")
public class ResidentApproveCommand extends OperatorCommand {
    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "resident", required = true, description = "The host's pseudonym of the resident")
    String resident;

    @Option(
            name = "--until",
            description = "The last day on which it holds, for example 2026-12-31; without it, no end")
    String until;

    @Reference
    ApprovedResidents service;

    @Override
    protected Listing answer() {
        return ResidentListCommand.listing(List.of(service.approve(
                operator(),
                HsaId.of(unit),
                new ResidentPseudonym(resident),
                Optional.ofNullable(until).map(Arguments::day))));
    }
}
