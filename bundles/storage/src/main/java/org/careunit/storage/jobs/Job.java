package org.careunit.storage.jobs;

import java.time.Instant;
import java.util.Objects;

/**
 * A due job, as its handler gets it.
 *
 * @param id which job; never null
 * @param payload what the handler needs to know, by ids rather than by value, since it looks up what holds now; for
 *     work in slices, how far it came; never null, may be empty
 * @param failures how many attempts have failed before this one
 * @param since when the job was first tried, moved on by the time it waited since without being tried: for a rest, for
 *     a pause that the handler asked for, behind others. The ladder's 72 hours count from here; never null
 * @param lease whether the job still belongs to this worker; never null
 */
public record Job(JobId id, String payload, int failures, Instant since, JobLease lease) {

    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(lease, "lease");
    }

    /** A job with a lease that never ends. */
    public Job(JobId id, String payload, int failures, Instant since) {
        this(id, payload, failures, since, JobLease.UNLIMITED);
    }
}
