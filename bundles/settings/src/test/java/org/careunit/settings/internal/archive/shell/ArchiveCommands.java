package org.careunit.settings.internal.archive.shell;

import static org.careunit.operations.TestConsole.run;

import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.identity.HsaId;

/** What the archive's commands print. */
public final class ArchiveCommands {

    private ArchiveCommands() {}

    public static String show(ArchiveRuns runs, HsaId unit) {
        ArchiveShowCommand command = new ArchiveShowCommand();
        command.runs = runs;
        command.unit = unit.value();
        return run(command);
    }
}
