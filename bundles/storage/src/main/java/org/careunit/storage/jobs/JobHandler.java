package org.careunit.storage.jobs;

import java.util.List;
import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Runs the jobs of one type; registered as an OSGi service. While a type has no handler its jobs wait, and no attempt
 * is counted.
 */
@ConsumerType
public interface JobHandler {

    /** The type of its jobs; the same at every call. */
    String type();

    /**
     * How many jobs to one destination may run at once on this node.
     *
     * @return 1 or more
     */
    default int workersPerDestination() {
        return 4;
    }

    /**
     * How many jobs of this type may run at once on this node, wherever they go: what hangs in front of all
     * destinations must not keep the other types' jobs from running. Never more than the share of its priority.
     *
     * @return 1 or more
     */
    default int workers() {
        return 16;
    }

    /** Priority when there are more jobs than workers. */
    default Priority priority() {
        return Priority.NEWS;
    }

    /**
     * How many jobs a second may be started to a destination, by all nodes together.
     *
     * @return more than 0; empty if there is no limit
     */
    default OptionalDouble perSecond(String destination) {
        return OptionalDouble.empty();
    }

    /**
     * How many jobs of one destination {@link #runTogether} takes at most, where that is cheaper than one by one.
     *
     * @return 1 or more; with 1 it is never called
     */
    default int together() {
        return 1;
    }

    /**
     * Whether jobs that are done together are all of one share, of which nothing else runs meanwhile, because they
     * write the same rows. Otherwise jobs that wait are spread over the workers that are free.
     */
    default boolean isOneShareAtATime() {
        return false;
    }

    /**
     * Runs the job. Called outside a transaction, on a thread of the engine, by many threads at once. It may run twice:
     * when a node dies between the work and its completion, the job starts again elsewhere, so look first whether it is
     * done, and ask {@link Job#lease} before what cannot be undone.
     *
     * <p>An {@link org.careunit.api.failure.UnavailableException} counts as {@link JobOutcome.Rest} of the destination,
     * whatever else is thrown, errors too, as {@link JobOutcome.TryLater}.
     *
     * @return the outcome; not null
     */
    JobOutcome run(Job job) throws Exception;

    /**
     * Runs several jobs, whose outcomes are then recorded in one transaction. If this throws, or the outcomes cannot be
     * recorded together, each job is run or recorded by itself. So a handler that has done what cannot be undone for
     * one of them, such as sending, must not throw afterwards, but return an outcome for each.
     *
     * @param jobs 2 to {@link #together}
     * @return one outcome for each job, in the same order
     */
    default List<JobOutcome> runTogether(List<Job> jobs) throws Exception {
        throw new UnsupportedOperationException(type() + " runs its jobs one by one");
    }

    /**
     * Writes what belongs to several outcomes that are recorded together, in the transaction that does so; where that
     * is cheaper than one by one.
     *
     * @param outcomes as {@link #runTogether} gave them, all of them {@link JobOutcome.Done}
     */
    default void writeTogether(List<JobOutcome> outcomes) {
        outcomes.forEach(outcome -> outcome.alongside().run());
    }

    /**
     * Called in the transaction that sets the job aside, because the handler said {@link JobOutcome.Never} or the
     * ladder has ended. Stores the consequences, such as a message's final state.
     *
     * @param reason why; not null
     */
    default void gaveUp(Job job, String reason) {}

    /**
     * Called in the transaction that removes a job which an operator cancelled while it ran; see
     * {@link JobOutcome.Continue}.
     */
    default void cancelled(Job job) {}

    /** Which jobs go first, and which part of a node's workers one type may have at most. */
    enum Priority {
        /** News and whatever somebody waits for. */
        NEWS(75),
        /** Looks through many rows, again and again. */
        SWEEP(50),
        /** Long work that nobody waits for. */
        ARCHIVE(25);

        private final int percent;

        Priority(int percent) {
            this.percent = percent;
        }

        /** The most of so many workers that one type of this priority may have; 1 or more. */
        public int most(int workers) {
            return Math.max(1, workers * percent / 100);
        }
    }
}
