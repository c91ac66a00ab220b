package org.careunit.storage.jobs;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does the jobs of one type; registered as an OSGi service by the bundle that knows how. While a type has no handler its
 * jobs wait, and no attempt is counted.
 */
@ConsumerType
public interface JobHandler {

    /** The type of job this does; the same at every call. */
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
     * How many jobs of this type may run at once on this node, wherever they go: what hangs in front of all destinations
     * must not keep the other types' jobs from running. Never more than three quarters of the node's workers.
     *
     * @return 1 or more
     */
    default int workers() {
        return 16;
    }

    /**
     * Does the job. Called outside a transaction, on a thread of the engine, by many threads at once. It may run twice:
     * when a node dies between the work and its completion, the job starts again elsewhere, so look first whether it is
     * done.
     *
     * <p>An {@link org.careunit.api.failure.UnavailableException} counts as {@link JobOutcome.NotNow}, any other
     * exception as {@link JobOutcome.TryLater}.
     *
     * @return what came of it; not null
     */
    JobOutcome run(Job job) throws Exception;

    /**
     * Called in the transaction that sets the job aside for good, be it that the handler said {@link JobOutcome.Never} or
     * that the ladder has ended. For writing down what that means, such as a message's final state.
     *
     * @param reason why; not null
     */
    default void gaveUp(Job job, String reason) {}
}
