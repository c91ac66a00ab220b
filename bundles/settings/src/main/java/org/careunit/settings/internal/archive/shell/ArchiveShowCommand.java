package org.careunit.settings.internal.archive.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.PageRequest;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "archive-show",
        description = "Shows all about the newest run of a unit's archive, with the cases that were left out")
public class ArchiveShowCommand extends OperatorCommand {

    private static final int MOST_LEFT_OUT = 1_000;

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    ArchiveRuns runs;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        Listing listing = Listing.of("what", "value").whenEmpty("The unit's archive has not run yet.");
        runs.runs(operator(), where, PageRequest.first(1)).rows().forEach(run -> rows(listing, run));
        runs.leftOut(operator(), where, PageRequest.first(MOST_LEFT_OUT))
                .rows()
                .forEach(one -> listing.row("left out " + one.caseId(), one.why()));
        return listing;
    }

    private static void rows(Listing listing, ArchiveRun run) {
        Counts counts = run.counts();
        listing.row("package", run.packageName())
                .row("stage", run.stage())
                .row("started", run.startedAt())
                .row("asked by", run.askedBy())
                .row("cases", counts.cases())
                .row("left out", counts.leftOut())
                .row("bytes read", counts.bytes())
                .row("characters replaced", counts.replaced());
        run.stored().ifPresent(stored -> listing.row("package's bytes", stored.bytes())
                .row("sha256", stored.sha256())
                .row("target", stored.target().orElse(""))
                .row("in the archive since", stored.at().map(Object::toString).orElse("")));
        if (run.stage() == Stage.CONFIRM) {
            listing.row(
                    "waits for",
                    "the host's confirmation: until then nothing of these cases is removed, and the unit's next run"
                            + " does not begin");
        }
        listing.row("bytes sent", counts.sent())
                .row("cases confirmed", counts.confirmed())
                .row("problem", run.problem().orElse(""))
                .row("ended", run.endedAt().map(Object::toString).orElse(""));
    }
}
