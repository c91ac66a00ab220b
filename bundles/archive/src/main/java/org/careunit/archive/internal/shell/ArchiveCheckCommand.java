package org.careunit.archive.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableException;
import org.careunit.archive.internal.ArchiveTargets;
import org.careunit.archive.internal.SipArchiveGateway;
import org.careunit.archive.internal.TargetSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:archive-check}. */
@Service
@Command(
        scope = "careunit",
        name = "archive-check",
        description = "Writes a file at each target of packages and removes it; a target that rests goes on at once")
public class ArchiveCheckCommand extends OperatorCommand {

    @Reference(optional = true)
    SipArchiveGateway gateway;

    @Reference(optional = true)
    ArchiveTargets targets;

    @Override
    protected Listing answer() {
        if (gateway == null || targets == null) {
            throw new UnavailableException("The archive does not run; careunit:health says why");
        }
        Listing listing = Listing.of("target", "regions", "where", "answer")
                .whenEmpty("No target is set up: see careunit.archive.");
        for (TargetSettings target : targets.all()) {
            listing.row(target.name(), regions(target), target.shown(), answer(target));
        }
        return listing;
    }

    private static String regions(TargetSettings target) {
        return target.regions().isEmpty()
                ? "default"
                : String.join(
                        ", ",
                        target.regions().stream().map(Object::toString).sorted().toList());
    }

    private String answer(TargetSettings target) {
        try {
            gateway.check(target);
            return "Packages can be put there";
        } catch (UnavailableException down) {
            return down.getMessage();
        }
    }
}
