package org.careunit.storage;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction for everything a piece of work touches: documents, cases, messages, the audit trail and jobs.
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
     * @throws org.careunit.api.failure.UnavailableException if the database is out of reach or full; whether a commit
     *     that was under way took effect is then unknown, so the work must be safe to repeat
     */
    <T> T call(Supplier<T> work);

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
