package org.careunit.itests.faults;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;

/** A node in a process of its own that does long work in slices, and halts in the middle of one until it is killed. */
public final class SliceNode {

    static final DocumentId WORK = new DocumentId(Scope.PLATFORM, "slices", "work");
    static final int SLICES = 10;

    private static final String TYPE = "slices";

    private SliceNode() {}

    /** Arguments: database, name, the slice to halt in. */
    public static void main(String[] args) throws Exception {
        try (TestStore store = Node.open(args[0], args[1])) {
            store.handle(new Handler(store, args[1], Integer.parseInt(args[2])));
            store.jobs().add(List.of(NewJob.now(JobId.of(TYPE, "1"), "0")));
            while (System.in.read() >= 0) {
                // until the test ends
            }
        }
    }

    /**
     * Each slice writes a version, which fails if it was written before.
     *
     * @param halt the slice to halt in; none has a negative number
     */
    record Handler(TestStore store, String name, int halt) implements JobHandler {

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public JobOutcome run(Job job) throws InterruptedException {
            int slice = Integer.parseInt(job.payload());
            if (slice == halt) {
                System.out.println("AT SLICE " + slice);
                System.out.flush();
                new CountDownLatch(1).await();
            }
            Runnable write =
                    () -> store.documents().save(WORK, slice, Content.published(1, Integer.toString(slice), name));
            return slice + 1 == SLICES
                    ? JobOutcome.done(write)
                    : new JobOutcome.Continue(Integer.toString(slice + 1), slice + 1 + " slices", write);
        }
    }
}
