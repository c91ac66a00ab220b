package org.careunit.settings.internal.archive.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.UnitRegister;

@Service
@Command(
        scope = "careunit",
        name = "archive-list",
        description = "Shows the runs of a unit's archive, newest first; without a unit those of all units"
                + " that have not ended")
public class ArchiveListCommand extends OperatorCommand {

    private static final int MOST = 10_000;

    @Argument(index = 0, name = "unit", description = "The unit's HSA-id; left out: all units")
    @Completion(UnitCompleter.class)
    String unit;

    @Option(name = "--limit", description = "The most runs, 20 if it is left out")
    int limit = 20;

    @Reference
    ArchiveRecords records;

    @Reference
    UnitRegister units;

    @Override
    protected Listing answer() {
        int most = Arguments.limit(limit, MOST);
        List<StoredRun> runs = unit == null ? records.unfinished(most) : ofUnit(HsaId.of(unit), most);
        Listing listing = Listing.of(
                        "unit",
                        "started",
                        "stage",
                        "cases",
                        "left-out",
                        "bytes",
                        "sent",
                        "confirmed",
                        "package",
                        "problem")
                .whenEmpty(unit == null ? "No run is under way." : "The unit's archive has not run yet.");
        runs.forEach(stored -> row(listing, stored));
        return listing;
    }

    private List<StoredRun> ofUnit(HsaId named, int most) {
        units.require(named);
        return records.ofUnit(named, most);
    }

    private static void row(Listing listing, StoredRun stored) {
        ArchiveRun run = stored.run();
        Counts counts = run.counts();
        listing.row(
                stored.unit(),
                run.startedAt(),
                run.stage(),
                counts.cases(),
                counts.leftOut(),
                counts.bytes(),
                counts.sent(),
                counts.confirmed(),
                run.packageName(),
                run.problem().orElse(""));
    }
}
