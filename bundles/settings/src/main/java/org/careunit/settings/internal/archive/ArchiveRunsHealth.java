package org.careunit.settings.internal.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.failure.UnavailableException;
import org.careunit.operations.Health;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether archive runs complete. */
@Component(property = {HealthCheck.NAME + "=archive-runs", HealthCheck.TAGS + "=" + Health.TAG})
public final class ArchiveRunsHealth implements HealthCheck {

    private static final int LOOKED_AT = 10_000;
    private static final Duration USUAL = Duration.ofDays(1);

    private final ArchiveRecords records;
    private final Clock clock;

    @Activate
    public ArchiveRunsHealth(
            @Reference ArchiveRecords records, @Reference(target = "(careunit=internal)") Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        try {
            return of(records, clock);
        } catch (UnavailableException outage) {
            return Health.down("The store cannot be asked for the runs of the archive now");
        }
    }

    static Result of(ArchiveRecords records, Clock clock) {
        List<StoredRun> open = records.unfinished(LOOKED_AT);
        Instant late = clock.instant().minus(USUAL);
        long failed = open.stream()
                .filter(stored -> stored.run().stage() == Stage.FAILED)
                .count();
        long unconfirmed = open.stream()
                .filter(stored -> stored.run().stage() == Stage.CONFIRM
                        && stored.run().problem().isPresent())
                .count();
        long slow = open.stream()
                .filter(stored -> stored.run().startedAt().isBefore(late))
                .count();
        if (failed > 0) {
            return Health.critical(failed + " runs of the archive were given up; careunit:archive-list says why,"
                    + " careunit:archive-retry starts one again where it stopped");
        }
        if (unconfirmed > 0) {
            return Health.warn(
                    unconfirmed + " packages are in the archive and the host has not confirmed them: nothing of their"
                            + " cases is removed, and the units' next runs wait; careunit:archive-list says what the"
                            + " host did");
        }
        return slow > 0
                ? Health.warn(
                        slow + " runs of the archive have lasted for more than a day; careunit:archive-list shows them")
                : Health.ok(open.size() + " runs of the archive are under way");
    }
}
