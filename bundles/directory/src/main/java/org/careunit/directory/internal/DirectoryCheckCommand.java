package org.careunit.directory.internal;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:directory-check}. */
@Service
@Command(
        scope = "careunit",
        name = "directory-check",
        description = "Logs in to EK over a new connection, looks for the base DN, and says how it went")
public class DirectoryCheckCommand extends OperatorCommand {

    @Reference
    LdapStaffDirectory directory;

    @Override
    protected Listing answer() {
        Diagnosis diagnosis = directory.check();
        String verdict = diagnosis.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Listing listing = Listing.of("address", "verdict", "message", "ms")
                .row(diagnosis.address(), verdict, diagnosis.message(), diagnosis.millis());
        return diagnosis.verdict() == Diagnosis.Verdict.FINE
                ? listing
                : listing.failed("EK cannot be asked: " + verdict);
    }
}
