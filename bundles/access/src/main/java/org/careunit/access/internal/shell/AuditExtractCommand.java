package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.access.internal.audit.TrailNames;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.TrailsCompleter;

@Service
@Command(
        scope = "careunit",
        name = "audit-extract",
        description = "Shows all rows of an audit trail, or of all of them, about a resident")
public class AuditExtractCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "trail",
            required = true,
            description = "A unit's HSA-id, the code of a region's county, platform, or all")
    @Completion(TrailsCompleter.class)
    String trail;

    @Argument(index = 1, name = "resident", required = true, description = "The pseudonym that the host gives them")
    String resident;

    @Reference
    AuditTrails service;

    @Override
    protected Listing answer() {
        ResidentPseudonym whom = new ResidentPseudonym(resident);
        return AuditListCommand.listing(
                TrailNames.isAll(trail)
                        ? service.ofResident(operator(), whom)
                        : service.ofResident(operator(), TrailNames.read(trail), whom));
    }
}
