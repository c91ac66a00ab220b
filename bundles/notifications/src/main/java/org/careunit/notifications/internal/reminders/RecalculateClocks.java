package org.careunit.notifications.internal.reminders;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Cases;
import org.careunit.storage.DueCases;
import org.careunit.storage.StoredCase;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Calculates the running clocks of a unit anew after what they run by has changed, in slices: each is recorded together
 * with how far it came, so that a node that dies loses one slice. A second run some seconds later finds the cases that
 * another node took in meanwhile without having heard of the change.
 */
@Component(service = JobHandler.class)
public final class RecalculateClocks implements JobHandler {

    static final String TYPE = "recalculate-clocks";

    /** How long a change notice may take to reach another node, with a margin. */
    private static final Duration UNTIL_ALL_HAVE_HEARD = Duration.ofSeconds(5);

    private static final int SLICE = 500;

    private final DueCases dues;
    private final Cases cases;
    private final CaseReader reader;
    private final CaseSchedule schedule;

    @Activate
    public RecalculateClocks(
            @Reference DueCases dues,
            @Reference Cases cases,
            @Reference CaseReader reader,
            @Reference CaseSchedule schedule) {
        this.dues = dues;
        this.cases = cases;
        this.reader = reader;
        this.schedule = schedule;
    }

    static NewJob job(HsaId unit) {
        return NewJob.now(JobId.of(TYPE, unit.value()), "").sharedBy(unit.value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Priority priority() {
        return Priority.SWEEP;
    }

    /** One slice after the other on each node: it is done within a minute, and events come in meanwhile. */
    @Override
    public int workersPerDestination() {
        return 1;
    }

    @Override
    public JobOutcome run(Job job) {
        HsaId unit = new HsaId(job.id().key());
        schedule.prepare(unit);
        String fingerprint = schedule.fingerprint(unit);
        Progress progress = Progress.of(job.payload())
                .filter(so -> so.fingerprint().equals(fingerprint))
                .orElseGet(() -> new Progress(fingerprint, 1, 0, Optional.empty()));
        List<CaseRef> slice = dues.running(unit, progress.last(), SLICE);
        if (!slice.isEmpty()) {
            Progress next = progress.after(slice);
            return new JobOutcome.Continue(
                    next.written(), next.cases() + " cases calculated anew", () -> recalculate(slice));
        }
        return progress.run() == 1
                ? new JobOutcome.Again(
                        schedule.now().plus(UNTIL_ALL_HAVE_HEARD),
                        Optional.of(new Progress(fingerprint, 2, 0, Optional.empty()).written()),
                        JobOutcome.NOTHING)
                : JobOutcome.done(() -> dues.calculated(unit, fingerprint));
    }

    private void recalculate(List<CaseRef> slice) {
        Map<CaseRef, StoredCase> locked = cases.lock(slice);
        List<StoredCase> changed = locked.values().stream()
                .map(before -> schedule.scheduled(reader.known(before)))
                .filter(after -> !after.equals(locked.get(after.ref())))
                .toList();
        if (!changed.isEmpty()) {
            cases.update(changed);
        }
    }

    /** Progress: fingerprint of the settings, run, number of cases, and the last case. */
    private record Progress(String fingerprint, int run, int cases, Optional<String> last) {

        static Optional<Progress> of(String payload) {
            String[] parts = payload.split(" ", 4);
            return parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new Progress(
                            parts[0],
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]),
                            Optional.of(parts[3]).filter(last -> !last.isEmpty())));
        }

        Progress after(List<CaseRef> slice) {
            return new Progress(
                    fingerprint,
                    run,
                    cases + slice.size(),
                    Optional.of(slice.get(slice.size() - 1).id()));
        }

        String written() {
            return fingerprint + " " + run + " " + cases + " " + last.orElse("");
        }
    }
}
