package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.operations.Listing;

/** A command about a resident who is named for a case type of a unit. */
abstract class NamedResidentCommand extends UnitTypeCommand {

    @Argument(index = 2, name = "resident", required = true, description = "The host's pseudonym of the resident")
    String resident;

    @Reference
    NamedResidents service;

    final Listing named() {
        return NamedResidentListCommand.listing(service.ofType(operator(), where(), key()));
    }
}
