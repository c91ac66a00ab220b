package org.careunit.settings.internal.archive.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "archive-cancel",
        description = "Cancels the run of a unit's archive at the end of what it is doing now, unless its"
                + " package is in the archive")
public class ArchiveCancelCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    ArchiveRuns runs;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        Listing listing = Listing.of("unit", "answer");
        if (!runs.cancel(operator(), where)) {
            throw CommandProblem.ARGUMENT.refused("No run of " + where + " is under way");
        }
        return listing.row(where, "The run is cancelled; its cases go with the next one");
    }
}
