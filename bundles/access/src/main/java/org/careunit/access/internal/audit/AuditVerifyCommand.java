package org.careunit.access.internal.audit;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerdict;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.TrailCompleter;

/** {@code careunit:audit-verify}. */
@Service
@Command(scope = "careunit", name = "audit-verify", description = "Looks whether an audit trail is as it was written")
public class AuditVerifyCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "trail",
            required = true,
            description = "A unit's HSA-id, the code of a region's county, or platform")
    @Completion(TrailCompleter.class)
    String trail;

    @Option(
            name = "--head",
            description = "An end that the trail had before, number:seal, as the daily line of the log has it")
    String head;

    @Reference
    AuditTrails service;

    @Override
    protected Listing answer() {
        AuditVerdict verdict = service.verify(operator(), TrailNames.read(trail), Optional.ofNullable(head));
        Listing listing = Listing.of("verdict", "rows", "first-row", "head", "broken-at", "what");
        if (verdict instanceof AuditVerdict.Intact intact) {
            return listing.row("intact", intact.rows(), intact.since(), intact.head(), "", "");
        }
        AuditVerdict.Broken broken = (AuditVerdict.Broken) verdict;
        return listing.row("BROKEN", "", "", "", broken.row(), broken.what());
    }
}
