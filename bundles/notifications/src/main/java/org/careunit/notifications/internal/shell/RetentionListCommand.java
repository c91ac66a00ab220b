package org.careunit.notifications.internal.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.Retention;
import org.careunit.storage.Retention.Kind;
import org.careunit.storage.Retention.Run;

@Service
@Command(
        scope = "careunit",
        name = "retention-list",
        description = "Shows what retention has removed, run by run, newest first")
public class RetentionListCommand extends OperatorCommand {

    private static final int MOST = 1_000;

    @Option(name = "--limit", description = "The most runs, 10 if it is left out")
    int limit = 10;

    @Reference
    Retention retention;

    @Override
    protected Listing answer() {
        List<String> columns = new ArrayList<>(List.of("started", "ended"));
        Arrays.stream(Kind.values()).map(RetentionListCommand::word).forEach(columns::add);
        columns.add("silent-cases");
        Listing listing = Listing.of(columns.toArray(String[]::new)).whenEmpty("Retention has not ended a run yet.");
        retention.runs(Arguments.limit(limit, MOST)).forEach(run -> listing.row(row(run)));
        return listing;
    }

    private static Object[] row(Run run) {
        List<Object> row = new ArrayList<>(List.of(run.started(), run.ended()));
        Arrays.stream(Kind.values())
                .map(kind -> run.removed().getOrDefault(kind, 0L))
                .forEach(row::add);
        row.add(run.silentCases());
        return row.toArray();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
