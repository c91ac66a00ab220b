package org.careunit.storage.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.RetryCommand;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.Selection;

@Service
@Command(
        scope = "careunit",
        name = "job-retry",
        description = "Starts jobs again that failed for good: one, or all that match")
public class JobRetryCommand extends RetryCommand {

    @Argument(name = "id", description = "The job's id in quotes, as job-list --set-aside shows it")
    String id;

    @Option(name = "--type", description = "All of this type")
    @Completion(JobTypeCompleter.class)
    String type;

    @Reference
    Jobs jobs;

    @Override
    protected Listing answer() {
        return isForMany("job", id, "--type", type) ? retryMany() : retryOne();
    }

    private Listing retryOne() {
        if (!jobs.retry(JobIds.read(id))) {
            throw CommandProblem.ARGUMENT.refused(
                    "No job " + id + " failed for good; careunit:job-list --set-aside shows those that did");
        }
        return Listing.of("job", "result").row(id, "starts now");
    }

    private Listing retryMany() {
        Selection selection = new Selection(Optional.ofNullable(type), unit(), from(), until(), reason());
        return Listing.of("jobs", "result").row(jobs.retry(selection), "start now");
    }
}
