package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.operations.Listing;

@Service
@Command(scope = "careunit", name = "case-type-deactivate", description = "Closes a case type of a unit to residents")
public class CaseTypeDeactivateCommand extends UnitTypeCommand {

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        return CaseTypeRows.of(service, service.deactivate(operator(), where(), key()));
    }
}
