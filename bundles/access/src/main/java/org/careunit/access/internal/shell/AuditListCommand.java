package org.careunit.access.internal.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.access.internal.audit.TrailNames;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.TrailCompleter;
import org.careunit.storage.UnitRegister;

@Service
@Command(scope = "careunit", name = "audit-list", description = "Shows rows of an audit trail, the newest first")
public class AuditListCommand extends OperatorCommand {

    private static final int MOST = 200;

    @Argument(
            index = 0,
            name = "trail",
            required = true,
            description = "A unit's HSA-id, the code of a region's county, or platform")
    @Completion(TrailCompleter.class)
    String trail;

    @Option(name = "--from", description = "Rows since a day or a Swedish local time, for example 2026-03-01T08:00")
    String from;

    @Option(name = "--until", description = "Rows before a day or a Swedish local time")
    String until;

    @Option(name = "--before", description = "Rows with a lower number: the last number of the page before")
    Long before;

    @Option(name = "--limit", description = "The most rows, 50 if it is left out, 200 at most")
    int limit = 50;

    @Reference
    AuditTrails service;

    @Reference
    UnitRegister units;

    @Override
    protected Listing answer() {
        int most = Arguments.limit(limit, MOST);
        Page<AuditRow> page = service.read(
                operator(),
                TrailNames.read(trail),
                from == null ? Instant.MIN : Arguments.at("--from", from),
                until == null ? Instant.MAX : Arguments.at("--until", until),
                new PageRequest(most, Optional.ofNullable(before).map(number -> Long.toString(number))));
        if (page.rows().isEmpty()) {
            requireUnit();
        }
        return listing(page.rows());
    }

    /** The trail of a unit that never joined may hold refusals; one without a row is more likely mistyped. */
    private void requireUnit() {
        if (TrailNames.read(trail) instanceof Target.Unit named) {
            units.require(named.id());
        }
    }

    public static Listing listing(List<AuditRow> rows) {
        Listing listing =
                Listing.of("trail", "number", "at", "actor", "action", "text").whenEmpty("There is no such row.");
        rows.forEach(row -> listing.row(row.trail(), row.number(), row.at(), row.actor(), row.action(), row.text()));
        return listing;
    }
}
