package org.careunit.storage.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Adds and manages jobs: work to be done after the transaction that adds it, on this node or another, at once or at a
 * given time. A job exists exactly if the transaction that added it is committed.
 */
@ProviderType
public interface Jobs {

    /** A payload names things by their ids; what is longer belongs in a table. */
    int MAX_PAYLOAD = 10_000;

    /**
     * Adds jobs. One whose id waits already stays as it is; one that runs now is run once more when it has ended, with
     * the payload and the time given here.
     *
     * @param jobs what to do, in any order
     * @throws IllegalArgumentException if a payload is longer than {@link #MAX_PAYLOAD} characters
     */
    void add(List<NewJob> jobs);

    /**
     * Removes a job that has not started.
     *
     * @return whether it was removed; {@code false} if there is none, or it is running now
     */
    boolean cancel(JobId id);

    /**
     * Removes a job that waits; one that runs is removed at the end of its slice.
     *
     * @return whether there was one
     */
    boolean stop(JobId id);

    /**
     * Has a job that waits start at once, as if it were new. It keeps its place in its order, and waits on for those
     * before it there.
     *
     * @return whether there was one; {@code false} if there is none, or it is running now
     */
    boolean startNow(JobId id);

    /** Jobs that wait or run, earliest first, at most {@code limit}. */
    List<Waiting> waiting(int limit);

    /** Due jobs that have not begun, by type, the longest waiting first. */
    List<Backlog> backlog();

    /** Jobs set aside because they failed permanently, newest first, at most {@code limit}. */
    List<SetAside> setAside(int limit);

    /**
     * Starts a job again that was set aside, as if it were new.
     *
     * @return whether there was one
     */
    boolean retry(JobId id);

    /**
     * Starts all jobs again that were set aside and match, as if they were new.
     *
     * @return how many
     */
    int retry(Selection selection);

    /**
     * Drops a job that was set aside; jobs that waited for it in its order go on.
     *
     * @return whether there was one
     */
    boolean discard(JobId id);

    /**
     * Adds a job that recurs, for a handler that starts. It is never set aside. While the store is out of reach the job
     * is remembered and added later.
     */
    void addAtStart(JobId recurring);

    /** Starts no job of a type on this node until the pause is over or it is woken. */
    void rest(String type, Duration pause, String reason);

    /** Ends all rests of a type and of its destinations on this node, and has its jobs looked for at once. */
    void wake(String type);

    /** The types and lanes that rest on this node. */
    List<Resting> resting();

    /** @throws IllegalArgumentException if it is longer than {@link #MAX_PAYLOAD} characters */
    static void requirePayload(String payload) {
        if (Objects.requireNonNull(payload, "payload").length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A payload has " + payload.length() + " characters; at most " + MAX_PAYLOAD + " are allowed");
        }
    }

    /**
     * A job to be added.
     *
     * @param due when it may start; empty for at once
     * @param share who shares the workers of the destination evenly with others, such as a unit's id: a backlog of one
     *     does not hold up the jobs of another. At most 100 characters; empty if nobody does
     * @param order jobs with the same word here run one after the other, in the order they were added; one that was set
     *     aside holds up those behind it. At most 150 characters; empty if the order does not matter
     */
    record NewJob(JobId id, String payload, Optional<Instant> due, Optional<String> share, Optional<String> order) {
        public NewJob {
            Objects.requireNonNull(id, "id");
            requirePayload(payload);
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(share, "share");
            Objects.requireNonNull(order, "order");
        }

        /** A job to be done at once. */
        public static NewJob now(JobId id, String payload) {
            return new NewJob(id, payload, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** A job to be done at that time. */
        public static NewJob at(Instant due, JobId id, String payload) {
            return new NewJob(id, payload, Optional.of(due), Optional.empty(), Optional.empty());
        }

        /** The same, sharing evenly with others. */
        public NewJob sharedBy(String who) {
            return new NewJob(id, payload, due, Optional.of(who), order);
        }

        /** The same, after all jobs with the same word here that were added before. */
        public NewJob inOrder(String key) {
            return new NewJob(id, payload, due, share, Optional.of(key));
        }
    }

    /**
     * Filter of set-aside jobs; empty values match all.
     *
     * @param share the unit whose jobs they are
     * @param from the first instant at which they were set aside
     * @param until the instant before which they were set aside
     * @param reason words that the reason contains
     */
    record Selection(
            Optional<String> type,
            Optional<String> share,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> reason) {}

    /**
     * A job that waits or runs.
     *
     * @param runningOn the node that runs it; empty if it waits
     * @param progress how far long work came; may be empty
     */
    record Waiting(Job job, Instant due, Optional<String> runningOn, String progress) {}

    /** A job that failed permanently, why and when. */
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

    /**
     * Jobs that are not started on this node at the moment.
     *
     * @param lane {@code type} or {@code type|destination}
     */
    record Resting(String lane, String reason, Instant since, Instant until) {}
}
