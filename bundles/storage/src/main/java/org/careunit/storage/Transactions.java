package org.careunit.storage;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs work in one database transaction that covers documents, cases, messages, the audit trail and jobs.
 *
 * <p>A transaction belongs to the thread that opened it. Work inside work joins the outer transaction; if it throws,
 * the whole transaction is rolled back, even when the outer work catches.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs the work and commits; any exception rolls back and is passed on as it came.
     *
     * @return what the work returned
     * @throws org.careunit.api.failure.UnavailableException if the database is out of reach, full or busy. Where the
     *     answer to the commit was lost, it says that it is unknown whether the changes were kept, and this node's
     *     caches are invalidated
     */
    <T> T call(Supplier<T> work);

    /**
     * As {@link #call}, for intake of platform events, which keeps connections of its own. The work is run again, some
     * times at most, where the database ended the transaction so that others could go on (a deadlock or a serialization
     * failure: SQLSTATE 40P01, 40001); it must leave nothing behind outside the transaction.
     */
    default <T> T callRepeatedly(Supplier<T> work) {
        return call(work);
    }

    /** As {@link #call}, for work that returns nothing. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Has the action run once the current transaction is committed, on this thread, before {@link #call} returns. What
     * it throws is logged and changes nothing.
     *
     * @throws IllegalStateException outside a transaction
     */
    void afterCommit(Runnable action);

    /** Whether this thread is inside a transaction, so that what it reads now may yet be rolled back. */
    boolean isOpen();
}
