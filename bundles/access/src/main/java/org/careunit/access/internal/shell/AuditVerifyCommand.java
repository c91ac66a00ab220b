package org.careunit.access.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.access.internal.audit.TrailNames;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.TrailsCompleter;

@Service
@Command(
        scope = "careunit",
        name = "audit-verify",
        description = "Looks whether an audit trail, or all of them, are as they were written")
public class AuditVerifyCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "trail",
            required = true,
            description = "A unit's HSA-id, the code of a region's county, platform, or all")
    @Completion(TrailsCompleter.class)
    String trail;

    @Option(
            name = "--head",
            description = "An end that the trail had before, number:seal, as the daily line of the log has it")
    String head;

    @Reference
    AuditTrails service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("trail", "result", "rows", "first-row", "head", "broken-at", "what");
        if (TrailNames.isAll(trail)) {
            refuseHead();
            service.verifyAll(operator()).forEach((name, verification) -> row(listing, name, verification));
            return listing;
        }
        return row(listing, trail, service.verify(operator(), TrailNames.read(trail), Optional.ofNullable(head)));
    }

    private void refuseHead() {
        if (head != null) {
            throw CommandProblem.ARGUMENT.refused("A head is of one trail: name that trail");
        }
    }

    private static Listing row(Listing listing, String trail, AuditVerification verification) {
        if (verification instanceof AuditVerification.Intact intact) {
            return listing.row(trail, "intact", intact.rows(), intact.since(), intact.head(), "", "");
        }
        AuditVerification.Broken broken = (AuditVerification.Broken) verification;
        return listing.row(trail, "BROKEN", "", "", "", broken.row(), broken.what())
                .failed("At least one audit trail is not as it was written");
    }
}
