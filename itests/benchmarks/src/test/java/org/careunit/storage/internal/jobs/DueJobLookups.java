package org.careunit.storage.internal.jobs;

import java.util.Arrays;
import java.util.List;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.node.TestStore;

/** Polls for due jobs as a node does, without running them. */
public final class DueJobLookups {

    private static final int CLAIMED = 8;

    private final JobQueue queue;

    public DueJobLookups(TestStore store, boolean embedded) {
        JdbcTransactions transactions = new JdbcTransactions(store.pool);
        Sql sql = new Sql(transactions, store.pool);
        queue = new JobQueue(
                transactions, sql, new FirstRows(sql, embedded), new FairScheduling(), store.clock(), "benchmark");
    }

    /** The median time of so many looks in one lane, in nanoseconds; what is claimed is given back. */
    public long median(String lane, int looks) {
        long[] nanos = new long[looks];
        for (int look = 0; look < looks; look++) {
            long begin = System.nanoTime();
            List<ClaimedJob> jobs = queue.claim(lane, CLAIMED, false, 0).jobs();
            nanos[look] = System.nanoTime() - begin;
            if (jobs.size() != CLAIMED) {
                throw new IllegalStateException("Too few jobs wait: " + jobs.size());
            }
            queue.release(jobs);
        }
        Arrays.sort(nanos);
        return nanos[looks / 2];
    }
}
