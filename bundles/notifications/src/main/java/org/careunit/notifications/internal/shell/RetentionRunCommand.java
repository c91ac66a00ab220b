package org.careunit.notifications.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.notifications.internal.retention.RemoveOldRows;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;

@Service
@Command(
        scope = "careunit",
        name = "retention-run",
        description = "Removes now what nothing needs any more, as every night at two")
public class RetentionRunCommand extends OperatorCommand {

    @Reference
    Jobs jobs;

    @Override
    protected Listing answer() {
        jobs.add(List.of(NewJob.now(RemoveOldRows.NOW, "")));
        return Listing.of("job", "result")
                .row(RemoveOldRows.NOW, "starts now; careunit:retention-list shows when it has ended");
    }
}
