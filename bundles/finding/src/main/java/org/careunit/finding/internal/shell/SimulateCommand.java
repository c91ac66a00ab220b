package org.careunit.finding.internal.shell;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.Simulation;
import org.careunit.api.finding.Simulation.Band;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "simulate",
        description = "Says which residents a unit would win and lose by another catchment area")
public class SimulateCommand extends OperatorCommand {
    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(
            index = 1,
            name = "area",
            required = true,
            description = "The catchment area as JSON, as a unit would save it")
    String area;

    @Reference
    UnitFinder service;

    @Reference
    UnitSettings settings;

    @Reference
    Geography geography;

    @Override
    protected Listing answer() {
        if (!(settings.parse("catchment-area", area) instanceof CatchmentArea changed)) {
            throw CommandProblem.ARGUMENT.refused("Write a catchment area as JSON");
        }
        Simulation simulation = service.simulate(operator(), HsaId.of(unit), changed);
        Listing listing = Listing.of("change", "municipality", "name", "sex", "from", "to")
                .whenEmpty("Nobody is won and nobody is lost.");
        add(listing, "won", simulation.won());
        add(listing, "lost", simulation.lost());
        return listing;
    }

    private void add(Listing listing, String change, List<Band> bands) {
        bands.forEach(band -> listing.row(
                change,
                band.municipality(),
                geography.municipality(band.municipality()).map(Geography.Municipality::name),
                band.sex().name().toLowerCase(Locale.ROOT),
                band.fromAge(),
                band.toAge() == CatchmentArea.Rule.OLDEST ? "no end" : band.toAge()));
    }
}
