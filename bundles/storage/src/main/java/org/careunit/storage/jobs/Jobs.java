package org.careunit.storage.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work to be done after the transaction that asks for it, on this node or another, as soon as possible or at a time.
 * A job exists exactly if the transaction that added it is committed.
 */
@ProviderType
public interface Jobs {

    /** A payload names things by their ids; what is longer belongs in a table. */
    int MAX_PAYLOAD = 10_000;

    /**
     * Adds jobs. One whose id is there already stays as it is.
     *
     * @param jobs what to do, in any order
     * @throws IllegalArgumentException if a payload is longer than {@link #MAX_PAYLOAD} characters
     */
    void add(List<NewJob> jobs);

    /**
     * Takes a job back that has not started.
     *
     * @return whether it was removed; {@code false} if there is none, or it is running now
     */
    boolean cancel(JobId id);

    /** Jobs that wait or run, earliest first, at most {@code limit}. */
    List<Waiting> waiting(int limit);

    /** What is due and has not begun, by type, the longest first. */
    List<Backlog> backlog();

    /** Jobs set aside because they failed for good, newest first, at most {@code limit}. */
    List<SetAside> setAside(int limit);

    /**
     * Starts a job again that was set aside, as if it were new.
     *
     * @return whether there was one
     */
    boolean retry(JobId id);

    /**
     * Has a job that comes again by itself be there, for a handler that starts. Does nothing while the store is out of reach: the
     * handlers are made anew when it opens again.
     */
    void addAtStart(JobId recurring);

    /**
     * A job to be added.
     *
     * @param due when it may start; empty for at once
     */
    record NewJob(JobId id, String payload, Optional<Instant> due) {
        public NewJob {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(due, "due");
        }

        /** A job to be done at once. */
        public static NewJob now(JobId id, String payload) {
            return new NewJob(id, payload, Optional.empty());
        }

        /** A job to be done at that time. */
        public static NewJob at(Instant due, JobId id, String payload) {
            return new NewJob(id, payload, Optional.of(due));
        }
    }

    /**
     * A job that waits or runs.
     *
     * @param runningOn the node that runs it; empty if it waits
     */
    record Waiting(Job job, Instant due, Optional<String> runningOn) {}

    /** A job that failed for good, why and when. */
    record SetAside(Job job, String reason, Instant at) {}

    /**
     * Jobs of one type that are due and have not begun.
     *
     * @param type never null
     * @param jobs how many, 1 or more
     * @param since when the first of them became due; never null
     * @param handled whether this node has a handler for them; without one they wait, which may be as it should
     */
    record Backlog(String type, long jobs, Instant since, boolean handled) {}
}
