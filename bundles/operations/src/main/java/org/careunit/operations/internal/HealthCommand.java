package org.careunit.operations.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(scope = "careunit", name = "health", description = "Says of each part whether it works, and what to do if not")
public class HealthCommand extends OperatorCommand {

    /** Results that do not make the command fail: warnings included, since the part works. */
    private static final Set<Result.Status> WORKING = EnumSet.of(Result.Status.OK, Result.Status.WARN);

    @Reference
    HealthChecks checks;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("part", "status", "message");
        List<String> broken = new ArrayList<>();
        checks.results().forEach((part, result) -> {
            listing.row(part, result.getStatus(), message(result));
            if (!WORKING.contains(result.getStatus())) {
                broken.add(part);
            }
        });
        return broken.isEmpty() ? listing : listing.failed("Not working: " + String.join(", ", broken));
    }

    private static String message(Result result) {
        StringBuilder text = new StringBuilder();
        result.forEach(entry -> text.append(text.isEmpty() ? "" : "; ").append(entry.getMessage()));
        return text.toString();
    }
}
