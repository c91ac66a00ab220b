package org.careunit.finding.internal.shell;

import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.UnitFinder;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.ResidentAtUnitCommand;

@Service
@Command(scope = "careunit", name = "explain", description = "Says why a unit is exposed to a resident, or why not")
public class ExplainCommand extends ResidentAtUnitCommand {
    @Option(name = "--at", description = "A day, or a local time such as 2026-03-01T08:00; without it, now")
    String at;

    @Reference
    UnitFinder service;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Exposure explanation = service.explain(operator(), unit(), resident(), Arguments.at(at, clock));
        Listing listing = Listing.of("unit", "exposed", "reason");
        explanation
                .reasons()
                .forEach(reason -> listing.row(explanation.unit(), explanation.exposed(), reason.swedish()));
        return listing;
    }
}
