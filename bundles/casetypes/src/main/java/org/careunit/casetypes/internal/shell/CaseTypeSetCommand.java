package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-set",
        description = "Saves where a case type of a unit differs from its region")
public class CaseTypeSetCommand extends UnitTypeChangeCommand {

    @Argument(index = 2, name = "content", required = true, description = "What is to differ, as JSON; {} for nothing")
    String content;

    @Override
    protected Listing answer() {
        TypeSettings settings = service.parse(content);
        return CaseTypeRows.of(service, service.save(operator(), where(), key(), settings, version()));
    }
}
