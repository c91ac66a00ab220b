package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.completion.CaseTypeVersionCompleter;

@Service
@Command(
        scope = "careunit",
        name = "case-type-restore",
        description = "Saves the settings of an earlier version of a case type at a unit again")
public class CaseTypeRestoreCommand extends UnitTypeChangeCommand {

    @Argument(
            index = 2,
            name = "version",
            required = true,
            description = "The version to restore; 0 gives up what differs")
    @Completion(CaseTypeVersionCompleter.class)
    long version;

    @Override
    protected Listing answer() {
        return CaseTypeRows.of(service, service.restore(operator(), where(), key(), version, version()));
    }
}
