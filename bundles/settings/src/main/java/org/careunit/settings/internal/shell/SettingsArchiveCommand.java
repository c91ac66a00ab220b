package org.careunit.settings.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "settings-archive",
        description = "Shows when a unit's cases last went to the archive and go there next")
public class SettingsArchiveCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Option(name = "--run", description = "Asks for an export as soon as possible")
    boolean run;

    @Reference
    ArchiveRuns service;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        if (run) {
            service.runNow(operator(), where);
        }
        ArchiveRuns.Status status = service.status(operator(), where);
        return Listing.of("archive", "last", "next")
                .row(
                        status.installed() ? "installed" : "none",
                        status.last().map(Object::toString).orElse(""),
                        status.next().map(Object::toString).orElse(""));
    }
}
