package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "case-type-create",
        description = "Makes a case type of a unit's own, inactive and without terms")
public class CaseTypeCreateCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "name", required = true, description = "What it is called, in Swedish")
    String name;

    @Argument(index = 2, name = "content", required = true, description = "Its settings, as JSON; {} for none yet")
    String content;

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        return CaseTypeRows.of(service, service.create(operator(), HsaId.of(unit), name, service.parse(content)));
    }
}
