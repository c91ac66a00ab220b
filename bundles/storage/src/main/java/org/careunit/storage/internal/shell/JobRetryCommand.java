package org.careunit.storage.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;

/** {@code careunit:job-retry}. */
@Service
@Command(scope = "careunit", name = "job-retry", description = "Starts a job again that failed for good")
public class JobRetryCommand extends OperatorCommand {

    @Argument(name = "id", required = true, description = "The job's id in quotes, as job-list --set-aside shows it")
    String id;

    @Reference
    Jobs jobs;

    @Override
    protected Listing answer() {
        if (!jobs.retry(job(id))) {
            throw new RefusedException(
                    "No job " + id + " failed for good; careunit:job-list --set-aside shows those that did");
        }
        return Listing.of("job", "result").row(id, "starts now");
    }

    private static JobId job(String written) {
        try {
            return JobId.parse(written);
        } catch (IllegalArgumentException notAnId) {
            throw new RefusedException("This is not a job's id: write it in quotes, as job-list shows it");
        }
    }
}
