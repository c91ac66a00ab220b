package org.careunit.storage.internal.jobs;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;

/** A handler that remembers what it was given. */
public final class RecordingHandler implements JobHandler {

    final List<Job> setAside = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Job> ran = new LinkedBlockingQueue<>();
    private final String type;
    private final int workers;
    private final Function<Job, JobOutcome> work;

    public RecordingHandler(String type, int workers, Function<Job, JobOutcome> work) {
        this.type = type;
        this.workers = workers;
        this.work = work;
    }

    public static RecordingHandler of(String type) {
        return new RecordingHandler(type, 4, job -> JobOutcome.done());
    }

    /** The next job that was run; fails if there is none within ten seconds. */
    public Job next() {
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
    public int count() {
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
