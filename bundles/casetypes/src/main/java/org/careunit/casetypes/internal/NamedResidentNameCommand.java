package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:case-type-resident-name}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-resident-name",
        description = "Names a resident who may send a case type that is limited to named residents")
public class NamedResidentNameCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(CaseTypeCompleter.class)
    String type;

    @Argument(index = 2, name = "resident", required = true, description = "The host's pseudonym of the resident")
    String resident;

    @Reference
    NamedResidents service;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        CaseTypeKey key = CaseTypeKey.of(type);
        service.name(operator(), where, key, resident);
        return NamedResidentListCommand.listing(service.ofType(operator(), where, key));
    }
}
