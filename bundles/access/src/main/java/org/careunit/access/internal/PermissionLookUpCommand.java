package org.careunit.access.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.access.Colleague;
import org.careunit.api.access.Permissions;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:permission-look-up}. */
@Service
@Command(
        scope = "careunit",
        name = "permission-look-up",
        description =
                "Looks a person up in the directory and here; asks for the personal identity number, which is not shown")
public class PermissionLookUpCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    Session console;

    @Reference
    Permissions service;

    @Override
    protected Listing answer() {
        DirectoryAnswer<List<Colleague>> found = service.lookUp(operator(), HsaId.of(unit), Asked.number(console));
        Listing listing = Listing.of("staff", "entries", "account", "here", "locked", "as-of")
                .whenEmpty("The directory knows nobody with this number.");
        found.found()
                .forEach(one -> listing.row(
                        one.staff(),
                        one.entries().size(),
                        one.account(),
                        one.here().map(PermissionListCommand::words),
                        one.here().map(here -> here.locked()),
                        found.asOf()));
        return listing;
    }
}
