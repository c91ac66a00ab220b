package org.careunit.operations.internal;

import org.apache.felix.hc.api.Result;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(scope = "careunit", name = "health", description = "Says of each part whether it works, and what to do if not")
public class HealthCommand extends OperatorCommand {

    @Reference
    HealthChecks checks;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("part", "status", "message");
        checks.results().forEach((part, result) -> listing.row(part, result.getStatus(), message(result)));
        return listing;
    }

    private static String message(Result result) {
        StringBuilder text = new StringBuilder();
        result.forEach(entry -> text.append(text.isEmpty() ? "" : "; ").append(entry.getMessage()));
        return text.toString();
    }
}
