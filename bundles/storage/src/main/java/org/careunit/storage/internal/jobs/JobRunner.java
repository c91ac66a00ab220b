package org.careunit.storage.internal.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.internal.jobs.WorkerLimits.Group;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobLease;
import org.careunit.storage.jobs.JobOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs claimed jobs by their handlers, and converts exceptions to outcomes. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Predicate<ClaimedJob> held;

    /** @param held whether a claim is still this node's */
    JobRunner(Predicate<ClaimedJob> held) {
        this.held = held;
    }

    /** A job that was run, and its outcome. */
    record CompletedRun(ClaimedJob claim, Job job, JobHandler handler, JobOutcome outcome) {

        CompletedRun with(JobOutcome other) {
            return new CompletedRun(claim, job, handler, other);
        }
    }

    List<CompletedRun> run(Group group) {
        List<Job> jobs = group.jobs().stream().map(this::job).toList();
        List<JobOutcome> outcomes =
                jobs.size() == 1 ? List.of(run(group.handler(), jobs.get(0))) : together(group.handler(), jobs);
        List<CompletedRun> ran = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            ran.add(new CompletedRun(group.jobs().get(i), jobs.get(i), group.handler(), outcomes.get(i)));
        }
        return ran;
    }

    private static List<JobOutcome> together(JobHandler handler, List<Job> jobs) {
        try {
            List<JobOutcome> outcomes = handler.runTogether(jobs);
            if (outcomes.size() == jobs.size()) {
                return outcomes;
            }
            LOG.warn("{} jobs of type {} gave {} outcomes", jobs.size(), handler.type(), outcomes.size());
        } catch (UnavailableException notNow) {
            return jobs.stream().map(job -> rest(notNow)).toList();
        } catch (Throwable failure) {
            LOG.warn(
                    "{} jobs of type {} failed together; each is tried by itself",
                    jobs.size(),
                    handler.type(),
                    failure);
        }
        return jobs.stream().map(job -> run(handler, job)).toList();
    }

    private static JobOutcome run(JobHandler handler, Job job) {
        try {
            JobOutcome outcome = handler.run(job);
            return outcome == null ? JobOutcome.tryLater("The handler gave no outcome") : outcome;
        } catch (UnavailableException notNow) {
            return rest(notNow);
        } catch (Throwable failure) {
            LOG.debug("Job {} failed", job.id(), failure);
            return JobOutcome.tryLater(failure.toString());
        }
    }

    private static JobOutcome rest(UnavailableException notNow) {
        return JobOutcome.destinationRests(String.valueOf(notNow.getMessage()), Duration.ZERO);
    }

    private Job job(ClaimedJob claim) {
        return new Job(claim.id(), claim.payload(), claim.failures(), claim.since(), new Lease(held, claim));
    }

    private record Lease(Predicate<ClaimedJob> held, ClaimedJob claim) implements JobLease {

        @Override
        public long number() {
            return claim.token();
        }

        @Override
        public boolean isHeld() {
            return held.test(claim);
        }
    }
}
