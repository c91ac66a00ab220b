package org.careunit.casetypes.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-resident-list",
        description = "Lists the residents who are named for a case type, by our pseudonym of them")
public class NamedResidentListCommand extends UnitTypeCommand {

    @Reference
    NamedResidents service;

    @Override
    protected Listing answer() {
        return listing(service.ofType(operator(), where(), key()));
    }

    static Listing listing(List<NamedResidents.Named> named) {
        Listing listing =
                Listing.of("resident", "named by", "named at").whenEmpty("Nobody is named for the case type.");
        named.forEach(one -> listing.row(one.resident().value(), one.namedBy(), one.namedAt()));
        return listing;
    }
}
