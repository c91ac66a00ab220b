package org.careunit.casetypes.internal;

import java.util.List;
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

/** {@code careunit:case-type-resident-list}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-resident-list",
        description = "Lists the residents who are named for a case type, by our pseudonym of them")
public class NamedResidentListCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(CaseTypeCompleter.class)
    String type;

    @Reference
    NamedResidents service;

    @Override
    protected Listing answer() {
        return listing(service.ofType(operator(), HsaId.of(unit), CaseTypeKey.of(type)));
    }

    static Listing listing(List<NamedResidents.Named> named) {
        Listing listing =
                Listing.of("resident", "named by", "named at").whenEmpty("Nobody is named for the case type.");
        named.forEach(one -> listing.row(one.resident(), one.namedBy(), one.namedAt()));
        return listing;
    }
}
