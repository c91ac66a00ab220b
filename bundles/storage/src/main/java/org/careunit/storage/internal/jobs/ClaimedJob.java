package org.careunit.storage.internal.jobs;

import java.time.Instant;
import java.util.Optional;
import org.careunit.storage.jobs.JobId;

/**
 * A row of the queue that this node has claimed.
 *
 * @param token the fencing number: counted up by each claim, so a claim that was taken over never matches again
 * @param recurring whether it recurs and is never set aside
 * @param order whose other jobs wait until this one has ended; empty if none do
 */
record ClaimedJob(
        JobId id,
        String payload,
        int failures,
        Instant since,
        long token,
        boolean recurring,
        Optional<String> share,
        Optional<Order> order) {

    /** Its position among the jobs of one order. */
    record Order(String key, long number) {}
}
