package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.paging.Page;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.archive.ExportJob.Parts;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.jobs.JobOutcome;

/**
 * First stage of an archive run: reads pages of cases from the host and writes them into the package. A slice ends
 * after some seconds, also within a page; the next one reads that page again and skips the cases that are written.
 */
final class CollectCases {

    private static final Duration SLICE = Duration.ofSeconds(3);

    /** After so many pages in a row without a new case the host is at fault. */
    private static final int MOST_IDLE_PAGES = 100;

    private final ArchiveRecords records;
    private final UnitRegister units;
    private final Function<CareUnit, String> names;
    private final HostCases host;
    private final CaseAssembly assembly;
    private final ArchiveRunsMetrics metrics;
    private final Clock clock;

    CollectCases(
            Parts parts,
            UnitRegister units,
            Function<CareUnit, String> names,
            OptionalServices optionalServices,
            HostCases host) {
        this.records = parts.records();
        this.metrics = parts.metrics();
        this.clock = parts.clock();
        this.units = units;
        this.names = names;
        this.host = host;
        this.assembly = new CaseAssembly(optionalServices, host);
    }

    PackageInfo info(StoredRun stored) {
        CareUnit unit = units.require(stored.unit());
        return new PackageInfo(
                stored.run().packageName(),
                unit.id(),
                names.apply(unit),
                unit.region(),
                stored.run().startedAt());
    }

    JobOutcome slice(StoredRun stored, ArchiveGateway gateway) {
        JobOutcome outcome;
        CareUnit unit = units.require(stored.unit());
        try (PageWriter writer = new PageWriter(stored, assembly.of(unit), new EarlierCases(records, host), records)) {
            outcome = slice(stored, gateway, writer);
        }
        if (outcome instanceof JobOutcome.Done) {
            gateway.discard(info(stored));
        }
        return outcome;
    }

    private JobOutcome slice(StoredRun stored, ArchiveGateway gateway, PageWriter writer) {
        Instant end = clock.instant().plus(SLICE);
        BooleanSupplier goesOn = () -> clock.instant().isBefore(end);
        Page<ClosedCase> page = host.page(stored.unit(), stored.run().startedAt(), stored.cursor());
        writer.open(gateway, info(stored));
        boolean whole = writer.write(page, goesOn);
        while (whole && page.next().isPresent() && !isStuck(writer) && goesOn.getAsBoolean()) {
            page = host.page(stored.unit(), stored.run().startedAt(), writer.cursor());
            whole = writer.write(page, goesOn);
        }
        boolean last = whole && (page.next().isEmpty() || isStuck(writer));
        return outcome(writer, last, last && page.next().isPresent());
    }

    private static boolean isStuck(PageWriter writer) {
        return writer.idlePages() >= MOST_IDLE_PAGES;
    }

    private JobOutcome outcome(PageWriter writer, boolean last, boolean stuck) {
        StoredRun next = writer.result();
        if (stuck) {
            next = next.with(next.run()
                    .withProblem(Optional.of("The host gave " + MOST_IDLE_PAGES
                            + " pages in a row without a new case: its cursor does not move on. What it gave before is"
                            + " archived; the rest comes along when that is mended")));
        }
        if (!last) {
            return written(writer, next);
        }
        return next.run().counts().cases() > 0
                ? written(writer, next.with(next.run().at(Stage.FINISH)))
                : nothing(writer, next);
    }

    private JobOutcome written(PageWriter writer, StoredRun next) {
        List<ArchiveRecords.RunCase> cases = writer.cases();
        return new JobOutcome.Continue("", Progress.of(next.run()), () -> {
            records.addCases(next, cases);
            records.update(next);
            metrics.collected(cases);
        });
    }

    /** There is nothing to archive, or nothing that can be: the run ends without a package. */
    private JobOutcome nothing(PageWriter writer, StoredRun next) {
        ArchiveRun ended = next.run().ended(Stage.DONE, clock.instant());
        List<ArchiveRecords.RunCase> cases = writer.cases();
        return JobOutcome.done(() -> {
            records.addCases(next, cases);
            records.update(next.with(ended));
            metrics.collected(cases);
            metrics.done();
        });
    }
}
