package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRun.Stored;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCases.ArchivedPackage;
import org.careunit.api.identity.CaseRef;
import org.careunit.settings.internal.archive.ExportJob.Parts;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.Cases;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.jobs.JobOutcome;

/**
 * Last stage of an archive run: reports the archived cases to the host until it confirms, which retention waits for. It
 * retries without limit if the host fails or is absent: the package is in the archive, so the run cannot be given up.
 */
final class ConfirmCases {

    private static final int AT_ONCE = 500;

    /** Longer than the retention of cases, so that the first package of a case that is reopened late is still known. */
    private static final Duration KEPT = Duration.ofDays(800);

    private final ArchiveRecords records;
    private final Cases cases;
    private final ArchiveRunsMetrics metrics;
    private final Clock clock;
    private final HostCases host;
    private final AuditTrail audit;

    ConfirmCases(Parts parts, HostCases host, AuditTrail audit) {
        this.records = parts.records();
        this.cases = parts.cases();
        this.metrics = parts.metrics();
        this.clock = parts.clock();
        this.host = host;
        this.audit = audit;
    }

    JobOutcome slice(StoredRun stored, PackageInfo info, ArchiveGateway gateway) {
        List<String> some = records.unconfirmed(stored, AT_ONCE);
        if (some.isEmpty()) {
            gateway.discard(info);
            return JobOutcome.done(() -> done(stored));
        }
        List<CaseRef> refs =
                some.stream().map(id -> new CaseRef(stored.unit(), id)).toList();
        ArchivedPackage in = EarlierCases.archivedPackage(stored).orElseThrow();
        try {
            host.archived(stored.unit(), refs, in);
        } catch (HostFaultException | UnavailableException fault) {
            return unconfirmed(stored, fault);
        }
        Instant now = clock.instant();
        ArchiveRun run = stored.run()
                .with(stored.run().counts().plus(new Counts(0, 0, 0, 0, 0, some.size())))
                .withProblem(Optional.empty());
        return new JobOutcome.Continue("", Progress.of(run), () -> {
            records.confirmed(stored, some, now);
            cases.archiveConfirmed(refs, now);
            records.update(stored.with(run));
            metrics.confirmed(some.size());
        });
    }

    private JobOutcome unconfirmed(StoredRun stored, RuntimeException fault) {
        String problem = ExportJob.shortened(fault.getMessage());
        return new JobOutcome.NotNow(
                problem,
                host.isThere() ? ExportJob.WAIT : ExportJob.SOON,
                () -> records.update(stored.with(stored.run().withProblem(Optional.of(problem)))));
    }

    private void done(StoredRun stored) {
        Instant now = clock.instant();
        metrics.done();
        records.update(stored.with(stored.run().ended(Stage.DONE, now)));
        records.removeBefore(stored.unit(), now.minus(KEPT));
        audit.append(
                stored.unit(),
                stored.run().askedBy(),
                "archive.done",
                "package " + stored.run().packageName() + ", "
                        + stored.run().counts().cases() + " cases, target "
                        + stored.run().stored().flatMap(Stored::target).orElse("-"));
    }
}
