package org.careunit.archive.internal.shell;

import java.util.Optional;
import java.util.SortedMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.archive.internal.ArchiveTargets;
import org.careunit.archive.internal.SipArchiveGateway;
import org.careunit.archive.internal.TargetSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

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
        SipArchiveGateway open = running(gateway, UnavailableProblem.ARCHIVE, "The archive");
        ArchiveTargets configured = running(targets, UnavailableProblem.ARCHIVE, "The archive");
        Listing listing = Listing.of("target", "regions", "where", "answer")
                .whenEmpty("No target is set up: see careunit.archive.");
        int silent = 0;
        for (TargetSettings target : configured.all()) {
            Optional<String> fault = fault(open, target);
            silent += fault.isPresent() ? 1 : 0;
            listing.row(target.name(), regions(target), target.shown(), fault.orElse("Packages can be put there"));
        }
        SortedMap<String, String> wrong = configured.faults();
        wrong.forEach((name, fault) -> listing.row(name, "", "", fault));
        int faulty = silent + wrong.size();
        return faulty == 0 ? listing : listing.failed(faulty + " targets cannot take packages");
    }

    private static String regions(TargetSettings target) {
        return target.regions().isEmpty()
                ? "default"
                : String.join(
                        ", ",
                        target.regions().stream().map(Object::toString).sorted().toList());
    }

    private static Optional<String> fault(SipArchiveGateway gateway, TargetSettings target) {
        try {
            gateway.check(target);
            return Optional.empty();
        } catch (UnavailableException down) {
            return Optional.of(down.getMessage());
        }
    }
}
