package org.careunit.units.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.readiness.Readiness;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(scope = "careunit", name = "readiness", description = "Shows a unit's checklist, and what is left to mend")
public class ReadinessCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    Readiness readiness;

    @Override
    protected Listing answer() {
        Checklist checklist = readiness.of(operator(), HsaId.of(unit));
        Listing listing = Listing.of("key", "what", "state", "reasons");
        checklist.points().forEach(line -> row(listing, line));
        checklist.facts().forEach(line -> row(listing, line));
        listing.row("ready", "Klar", checklist.ready() ? "ja" : "nej", "");
        return checklist.ready() ? listing : listing.failed("The unit is not ready");
    }

    private static void row(Listing listing, Line line) {
        String state =
                switch (line.result().status()) {
                    case DONE -> "klart";
                    case NOT_DONE -> "inte klart";
                    case NOT_NEEDED -> "behövs inte";
                };
        listing.row(
                line.key(), line.title(), state, String.join(" ", line.result().reasons()));
    }
}
