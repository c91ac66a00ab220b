package org.careunit.storage.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;

@Service
@Command(
        scope = "careunit",
        name = "job-stop",
        description =
                "Removes a job that waits, ends one that runs after its current slice, or discards one that failed")
public class JobStopCommand extends OperatorCommand {

    @Argument(name = "id", required = true, description = "The job's id in quotes, as job-list shows it")
    String id;

    @Reference
    Jobs jobs;

    @Override
    protected Listing answer() {
        JobId job = JobIds.read(id);
        Listing listing = Listing.of("job", "result");
        if (jobs.cancel(job)) {
            return listing.row(id, "removed");
        }
        if (jobs.stop(job)) {
            return listing.row(id, "runs; is removed when its current slice has ended");
        }
        if (jobs.discard(job)) {
            return listing.row(id, "had failed; discarded");
        }
        throw CommandProblem.ARGUMENT.refused("There is no job " + id + "; careunit:job-list shows those there are");
    }
}
