package org.careunit.units.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;
import org.careunit.operations.Arguments;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "unit-show",
        description = "Shows a unit, and what the directory says of it where there is one")
public class UnitShowCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    Units service;

    @Override
    protected Listing answer() {
        HsaId id = HsaId.of(unit);
        CareUnit found = service.find(operator(), id)
                .orElseThrow(() -> CommandProblem.ARGUMENT.refused(
                        "No unit " + id + " is registered; careunit:unit-list shows those there are"));
        Listing listing = Listing.of("what", "value");
        show(found, listing);
        return listing;
    }

    private void show(CareUnit found, Listing listing) {
        listing.row("unit", found.id())
                .row("region", found.region())
                .row("name", found.name())
                .row("state", UnitListing.word(found.state()))
                .row("opened", found.openedAt())
                .row("closed", found.closedAt());
        try {
            UnitInDirectory said = service.inDirectory(operator(), found.id());
            listing.row("in the directory", match(said))
                    .row("name there", said.name())
                    .row("page on 1177.se", said.entry().found().flatMap(UnitEntry::page));
        } catch (UnavailableException unasked) {
            listing.row("in the directory", unasked.getMessage());
        }
    }

    private static String match(UnitInDirectory said) {
        Optional<UnitEntry> entry = said.entry().found();
        String match = entry.map(there -> said.sameName() ? "under the same name" : "under another name")
                .orElse("not found");
        return said.entry().stale()
                ? match + ", as it last said at " + Arguments.local(said.entry().asOf())
                : match;
    }
}
