package org.careunit.storage.internal;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.careunit.storage.Job;
import org.careunit.storage.JobHandler;
import org.careunit.storage.JobOutcome;

/** A handler that remembers what it was given. */
final class RecordingHandler implements JobHandler {

    final List<Job> setAside = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Job> ran = new LinkedBlockingQueue<>();
    private final String type;
    private final int workers;
    private final Function<Job, JobOutcome> work;

    RecordingHandler(String type, int workers, Function<Job, JobOutcome> work) {
        this.type = type;
        this.workers = workers;
        this.work = work;
    }

    static RecordingHandler of(String type) {
        return new RecordingHandler(type, 4, job -> JobOutcome.done());
    }

    /** The next job that was run; fails if there is none within ten seconds. */
    Job next() {
        try {
            Job job = ran.poll(10, TimeUnit.SECONDS);
            if (job == null) {
                throw new AssertionError("No job of type " + type + " was run within 10 s");
            }
            return job;
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** How many jobs were run and not yet asked for. */
    int count() {
        return ran.size();
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public int workersPerDestination() {
        return workers;
    }

    @Override
    public JobOutcome run(Job job) {
        ran.add(job);
        return work.apply(job);
    }

    @Override
    public void gaveUp(Job job, String reason) {
        setAside.add(job);
    }
}
