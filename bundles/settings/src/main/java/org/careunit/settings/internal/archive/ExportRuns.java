package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRun.Stored;
import org.careunit.api.identity.HsaId;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;

/** Starts, cancels and retries archive runs, at most one of each unit at a time; in the caller's transaction. */
final class ExportRuns {

    static final String TYPE = "archive-export";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ArchiveRecords records;
    private final UnitRegister units;
    private final Jobs jobs;
    private final Clock clock;

    ExportRuns(ArchiveRecords records, UnitRegister units, Jobs jobs, Clock clock) {
        this.records = records;
        this.units = units;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Starts a run, unless one has not ended; one that was given up is started again where it stopped. */
    void start(HsaId unit, String askedBy) {
        lock(unit);
        Optional<StoredRun> open = open(unit);
        if (open.isPresent()) {
            retry(open.get());
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String id = UUID.randomUUID().toString();
        String name = "careunit-" + unit.value() + "-" + STAMP.format(now) + "-" + id.substring(0, 6);
        ArchiveRun run = new ArchiveRun(
                name, now, askedBy, Stage.COLLECT, Counts.NONE, Optional.empty(), Optional.empty(), Optional.empty());
        records.add(new StoredRun(id, unit, run, Optional.empty(), Optional.empty(), 0));
        addJob(unit);
    }

    private void lock(HsaId unit) {
        if (units.lock(unit).isEmpty()) {
            throw UnitRegister.unknown(unit);
        }
    }

    /** The run of a unit that has not ended. */
    Optional<StoredRun> open(HsaId unit) {
        return records.ofUnit(unit, 1).stream()
                .filter(stored -> !stored.run().hasEnded())
                .findFirst();
    }

    /** Says whether there was one to cancel. */
    boolean cancel(HsaId unit) {
        lock(unit);
        Optional<StoredRun> open = open(unit);
        if (open.isEmpty()) {
            return false;
        }
        if (isThere(open.get().run())) {
            throw SettingsProblem.IN_ARCHIVE.refused(open.get().run().packageName());
        }
        jobs.discard(job(unit));
        if (jobs.cancel(job(unit)) || !jobs.stop(job(unit))) {
            cancelled(open.get());
        }
        return true;
    }

    /** Ends a run whose package is not in the archive; a run whose package is there continues. */
    void cancelled(StoredRun stored) {
        if (isThere(stored.run())) {
            addJob(stored.unit());
            return;
        }
        records.removeUnconfirmed(stored);
        records.update(stored.with(stored.run().ended(Stage.CANCELLED, clock.instant())));
    }

    private static boolean isThere(ArchiveRun run) {
        return run.stored().flatMap(Stored::at).isPresent();
    }

    /** Says whether there was one that was given up. */
    boolean retry(HsaId unit) {
        lock(unit);
        return open(unit).filter(this::retry).isPresent();
    }

    private boolean retry(StoredRun stored) {
        if (stored.run().stage() != Stage.FAILED) {
            return false;
        }
        records.update(stored.with(stored.run().at(reached(stored.run())).withProblem(Optional.empty())));
        if (!jobs.retry(job(stored.unit()))) {
            addJob(stored.unit());
        }
        return true;
    }

    /** The stage at which a run that was given up resumes. */
    private static Stage reached(ArchiveRun run) {
        if (isThere(run)) {
            return Stage.CONFIRM;
        }
        return run.stored().isPresent() ? Stage.DELIVER : Stage.COLLECT;
    }

    void addJob(HsaId unit) {
        jobs.add(List.of(NewJob.now(job(unit), "")));
    }

    static JobId job(HsaId unit) {
        return JobId.of(TYPE, unit.value());
    }
}
