package org.careunit.access.internal.audit;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.TrailCompleter;

/** {@code careunit:audit-list}. */
@Service
@Command(scope = "careunit", name = "audit-list", description = "Shows the newest rows of an audit trail")
public class AuditListCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "trail",
            required = true,
            description = "A unit's HSA-id, the code of a region's county, or platform")
    @Completion(TrailCompleter.class)
    String trail;

    @Option(name = "--limit", description = "The most rows, 50 if it is left out, 200 at most")
    int limit = 50;

    @Reference
    AuditTrails service;

    @Override
    protected Listing answer() {
        List<AuditRow> rows =
                service.read(operator(), TrailNames.read(trail), Instant.MIN, Instant.MAX, Long.MAX_VALUE);
        return listing(rows.subList(0, Math.min(Math.max(limit, 0), rows.size())));
    }

    static Listing listing(List<AuditRow> rows) {
        Listing listing = Listing.of("number", "at", "actor", "action", "text").whenEmpty("There is no such row.");
        rows.forEach(row -> listing.row(row.number(), row.at(), row.actor(), row.action(), row.text()));
        return listing;
    }
}
