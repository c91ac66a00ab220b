package org.careunit.notifications.internal.shell;

import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.notifications.internal.retention.RetentionTimes;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.EventPosition;
import org.careunit.storage.Retention;

@Service
@Command(
        scope = "careunit",
        name = "case-silent",
        description =
                "Shows the open cases that have had no event for 400 days, the longest silent first; they are kept")
public class CaseSilentCommand extends OperatorCommand {

    private static final int MOST = 10_000;

    @Option(name = "--limit", description = "The most rows, 50 if it is left out")
    int limit = 50;

    @Reference
    Retention retention;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("unit", "case", "state", "received", "last-event")
                .whenEmpty("No open case has been silent for so long.");
        retention
                .silentCases(clock.instant().minus(RetentionTimes.SILENT), Arguments.limit(limit, MOST))
                .forEach(silent -> listing.row(
                        silent.ref().unit(),
                        silent.ref().id(),
                        silent.phase(),
                        silent.receivedAt(),
                        silent.last().map(EventPosition::occurredAt)));
        return listing;
    }
}
