package org.careunit.access.internal.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.access.internal.colleagues.Employment;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.Accounts;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Updates daily, from the directory, until when staff with an account are employed. */
@Component(service = JobHandler.class)
public final class EmploymentCheck extends RecurringSweep {

    public static final JobId JOB = JobId.of("check-employments", "daily");
    public static final int BATCH = 200;

    private static final Duration PAUSE = Duration.ofDays(1);
    private static final Duration WITHOUT_DIRECTORY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(EmploymentCheck.class);

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final Accounts accounts;
    private final Clock clock;

    @Activate
    public EmploymentCheck(
            @Reference Accounts accounts,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.accounts = accounts;
        this.clock = clock;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    /** Checks one batch; the payload is the last staff member that was checked. */
    @Override
    public JobOutcome run(Job job) {
        StaffDirectory present = directory.get();
        if (present == null) {
            return JobOutcome.notNow("There is no directory to ask for employments", WITHOUT_DIRECTORY);
        }
        Optional<StaffId> last =
                Optional.of(job.payload()).filter(id -> !id.isEmpty()).map(StaffId::new);
        List<StaffId> batch = accounts.after(last, BATCH);
        if (batch.isEmpty()) {
            return new JobOutcome.Again(clock.instant().plus(PAUSE), Optional.of(""), JobOutcome.NOTHING);
        }
        batch.forEach(staff -> check(staff, present));
        String checked = batch.get(batch.size() - 1).value();
        return new JobOutcome.Continue(checked, "up to " + checked, JobOutcome.NOTHING);
    }

    private void check(StaffId staff, StaffDirectory present) {
        DirectoryAnswer<List<StaffEntry>> looked = present.staff(staff);
        if (looked.stale()) {
            throw new UnavailableException(
                    UnavailableProblem.DIRECTORY,
                    "The directory is down; what it said of employments holds until it is back");
        }
        if (looked.found().isEmpty()) {
            LOG.warn(
                    "The directory does not know {}, who has an account: nothing ends for that; see"
                            + " whether it is right",
                    staff);
            return;
        }
        if (looked.found().stream().anyMatch(StaffEntry::datesUnreadable)) {
            LOG.warn(
                    "A date of the employment of {} cannot be read in the directory: nothing new is granted by it, and"
                            + " nothing ends for that; have the entry mended",
                    staff);
        }
        Optional<Instant> end = Employment.end(looked.found());
        if (accounts.find(staff)
                .filter(account -> !account.employedUntil().equals(end))
                .isPresent()) {
            accounts.employment(staff, end);
            LOG.info(
                    "According to the directory the employment of {} ends: {}",
                    staff,
                    end.map(Instant::toString).orElse("no end"));
        }
    }
}
