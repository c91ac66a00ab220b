package org.careunit.storage.internal.shell;

import org.careunit.operations.CommandProblem;
import org.careunit.storage.jobs.JobId;

/** Reads the ids of jobs as an operator types them. */
final class JobIds {

    private JobIds() {}

    static JobId read(String written) {
        try {
            return JobId.parse(written);
        } catch (IllegalArgumentException notAnId) {
            throw CommandProblem.ARGUMENT.refused("This is not a job's id: write it in quotes, as job-list shows it");
        }
    }
}
