package org.careunit.storage.jobs;

import java.time.Instant;
import java.util.Objects;

/**
 * A piece of work that is due, as its handler gets it.
 *
 * @param id which job; never null
 * @param payload what the handler needs to know, by ids rather than by value, since it looks up what holds now; never
 *     null, may be empty
 * @param failures how many attempts have failed before this one
 * @param since when the job first became due; the ladder's 72 hours count from here; never null
 */
public record Job(JobId id, String payload, int failures, Instant since) {

    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(since, "since");
    }
}
