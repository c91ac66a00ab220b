package org.careunit.units.internal.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Units;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

@Service
@Command(
        scope = "careunit",
        name = "unit-list",
        description = "Lists the units of a region, by name, or all, by HSA-id")
public class UnitListCommand extends OperatorCommand {

    @Argument(index = 0, name = "region", description = "The code of the region's county; all regions without it")
    @Completion(RegionCompleter.class)
    String region;

    @Option(name = "--state", description = "Only units in this state")
    @Completion(
            value = StringsCompleter.class,
            values = {"registered", "open", "closing", "closed"})
    String state;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        Optional<State> wanted = Optional.ofNullable(state).map(UnitListCommand::state);
        List<CareUnit> units =
                region == null ? service.all(operator()) : service.ofRegion(operator(), CountyCode.of(region));
        return UnitListing.of(units.stream()
                .filter(unit -> wanted.map(unit.state()::equals).orElse(true))
                .toList());
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> UnitListing.word(state).equals(word))
                .findFirst()
                .orElseThrow(() -> CommandProblem.ARGUMENT.refused(
                        "A unit is registered, open, closing or closed: write one of these words"));
    }
}
