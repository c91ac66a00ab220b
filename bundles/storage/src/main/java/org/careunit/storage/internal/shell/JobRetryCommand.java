package org.careunit.storage.internal.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Arguments;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.Selection;

@Service
@Command(
        scope = "careunit",
        name = "job-retry",
        description = "Starts jobs again that failed for good: one, or all that match")
public class JobRetryCommand extends OperatorCommand {

    @Argument(name = "id", description = "The job's id in quotes, as job-list --set-aside shows it")
    String id;

    @Option(name = "--type", description = "All of this type")
    @Completion(JobTypeCompleter.class)
    String type;

    @Option(name = "--unit", description = "All of this unit")
    @Completion(UnitCompleter.class)
    String unit;

    @Option(name = "--from", description = "All that failed at or after this local time, such as 2026-11-30T08:00")
    String from;

    @Option(name = "--until", description = "All that failed before this local time")
    String until;

    @Option(name = "--reason", description = "All whose reason contains these words")
    String reason;

    @Reference
    Jobs jobs;

    @Override
    protected Listing answer() {
        boolean many = Stream.of(type, unit, from, until, reason).anyMatch(option -> option != null);
        if ((id != null) == many) {
            throw CommandProblem.ARGUMENT.refused(
                    "Name one job, or say by --type, --unit, --from, --until or --reason which ones");
        }
        return many ? retryMany() : retryOne();
    }

    private Listing retryOne() {
        if (!jobs.retry(JobIds.read(id))) {
            throw CommandProblem.ARGUMENT.refused(
                    "No job " + id + " failed for good; careunit:job-list --set-aside shows those that did");
        }
        return Listing.of("job", "result").row(id, "starts now");
    }

    private Listing retryMany() {
        Selection selection = new Selection(
                Optional.ofNullable(type),
                Optional.ofNullable(unit),
                instant("--from", from),
                instant("--until", until),
                Optional.ofNullable(reason));
        return Listing.of("jobs", "result").row(jobs.retry(selection), "start now");
    }

    private static Optional<Instant> instant(String option, String written) {
        return Optional.ofNullable(written).map(at -> Arguments.at(option, at));
    }
}
