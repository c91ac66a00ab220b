package org.careunit.access.internal.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.access.Colleague;
import org.careunit.api.access.Permissions;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.api.time.SwedishTime;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "permission-look-up",
        description = "Looks a person up in the directory and here; asks for the personal identity number,"
                + " which is not shown")
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
        DirectoryAnswer<List<Colleague>> found =
                service.lookUp(operator(), HsaId.of(unit), PersonNumberPrompt.read(console));
        Listing listing = Listing.of("staff", "name", "title", "from", "until", "account", "here", "locked", "as-of")
                .whenEmpty("The directory knows nobody with this number.");
        found.found().forEach(one -> add(listing, one, found.asOf()));
        return listing.isEmpty() ? listing.failed("Nobody was found") : listing;
    }

    /** A row for each entry in the directory; one without, for whom it does not know any more. */
    private static void add(Listing listing, Colleague one, Instant asOf) {
        if (one.entries().isEmpty()) {
            add(listing, one, Optional.empty(), asOf);
        }
        one.entries().forEach(entry -> add(listing, one, Optional.of(entry), asOf));
    }

    private static void add(Listing listing, Colleague one, Optional<StaffEntry> entry, Instant asOf) {
        listing.row(
                one.staff(),
                entry.flatMap(had -> had.confidential() ? Optional.of("(protected)") : had.name()),
                entry.flatMap(StaffEntry::title),
                entry.flatMap(had -> had.employedFrom().map(PermissionLookUpCommand::day)),
                entry.flatMap(PermissionLookUpCommand::lastDay),
                one.account(),
                one.here().map(PermissionListCommand::words),
                one.here().map(here -> here.locked()),
                asOf);
    }

    private static Optional<String> lastDay(StaffEntry entry) {
        return entry.datesUnreadable()
                ? Optional.of("unreadable")
                : entry.employedUntil().map(end -> day(end.minusNanos(1)));
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, SwedishTime.ZONE).toString();
    }
}
