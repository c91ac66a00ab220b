package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRun.Stored;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.jobs.JobOutcome;

/**
 * Second and third stage of an archive run: completes a package and delivers it to the archive, some seconds at a time.
 */
final class DeliverPackage {

    private final ArchiveRecords records;
    private final Clock clock;

    DeliverPackage(ArchiveRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    JobOutcome finish(StoredRun stored, PackageInfo info, ArchiveGateway gateway) {
        FinishedPackage finished = gateway.finish(info, stored.position().orElseThrow());
        return next(
                stored,
                stored.run()
                        .at(Stage.DELIVER)
                        .with(new Stored(finished.bytes(), finished.sha256(), Optional.empty(), Optional.empty())));
    }

    JobOutcome slice(StoredRun stored, PackageInfo info, ArchiveGateway gateway, BooleanSupplier isOurs) {
        Stored complete = stored.run().stored().orElseThrow();
        PackageDelivery delivery =
                gateway.deliver(info, new FinishedPackage(complete.bytes(), complete.sha256()), isOurs);
        ArchiveRun run = stored.run().with(stored.run().counts().withSent(delivery.bytes()));
        if (!delivery.complete()) {
            return next(stored, run);
        }
        Stored there = new Stored(
                complete.bytes(),
                complete.sha256(),
                Optional.of(delivery.target()),
                Optional.of(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return next(stored, run.at(Stage.CONFIRM).with(there));
    }

    private JobOutcome next(StoredRun stored, ArchiveRun run) {
        return new JobOutcome.Continue("", Progress.of(run), () -> records.update(stored.with(run)));
    }
}
