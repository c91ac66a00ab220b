package org.careunit.storage.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/** Handler of one job that exists from the start and recurs, such as looking for what is due. It lets news go first. */
@ConsumerType
public abstract class RecurringSweep implements JobHandler {

    private final JobId job;

    /** Adds the job, unless there is one. */
    protected RecurringSweep(JobId job, Jobs jobs) {
        this.job = job;
        jobs.addAtStart(job);
    }

    @Override
    public final String type() {
        return job.type();
    }

    @Override
    public final Priority priority() {
        return Priority.SWEEP;
    }
}
