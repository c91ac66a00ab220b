package org.careunit.directory.internal.shell;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.directory.internal.LdapStaffDirectory;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "directory-check",
        description =
                "Logs in to EK over a new connection, looks for staff and units, and says what it found and what to"
                        + " configure")
public class DirectoryCheckCommand extends OperatorCommand {

    @Reference(optional = true)
    LdapStaffDirectory directory;

    @Override
    protected Listing answer() {
        DirectoryCheck check = running(directory, UnavailableProblem.DIRECTORY, "The directory")
                .check();
        String status = check.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Listing listing = Listing.of("what", "found", "advice")
                .row(check.address(), status + " in " + check.millis() + " ms", check.message());
        check.findings().forEach(finding -> listing.row(finding.what(), finding.found(), finding.advice()));
        return check.isFine() ? listing : listing.failed("The directory's check: " + status + ": " + check.message());
    }
}
