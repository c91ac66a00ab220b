package org.careunit.notifications.internal.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.UnavailableException;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.operations.Metrics;
import org.careunit.storage.Retention;
import org.careunit.storage.Retention.Run;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check and metrics of retention: whether a run has ended recently, and its result. */
@Component(
        service = {HealthCheck.class, Metrics.class},
        property = {HealthCheck.NAME + "=retention", HealthCheck.TAGS + "=" + Health.TAG})
public final class RetentionHealth implements HealthCheck, Metrics {

    private static final Duration LATE = Duration.ofDays(3);

    private final Retention retention;
    private final Clock clock;

    @Activate
    public RetentionHealth(@Reference Retention retention, @Reference(target = "(careunit=internal)") Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        Optional<Run> last = last();
        if (last.isEmpty()) {
            return Health.ok("Retention has not ended a run yet");
        }
        if (last.get().ended().isBefore(clock.instant().minus(LATE))) {
            return Health.warn("Retention has not ended a run since "
                    + Arguments.local(last.get().ended())
                    + ", and the tables grow: see careunit:job-list for the job retention");
        }
        long silent = last.get().silentCases();
        return Health.ok(
                "Retention ended a run at " + Arguments.local(last.get().ended())
                        + (silent == 0
                                ? ""
                                : "; " + silent + " open cases have had no event for " + RetentionTimes.SILENT.toDays()
                                        + " days: see careunit:case-silent"));
    }

    @Override
    public List<Figure> read() {
        Optional<Run> last = last();
        return List.of(
                new Figure(
                        "notifications.retention.removed",
                        "rows",
                        last.map(RetentionHealth::removed).orElse(-1L)),
                new Figure(
                        "notifications.retention.took",
                        "ms",
                        last.map(RetentionHealth::took).orElse(-1L)),
                new Figure(
                        "notifications.cases.silent",
                        "cases",
                        last.map(Run::silentCases).orElse(-1L)));
    }

    private static long removed(Run run) {
        return run.removed().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long took(Run run) {
        return Duration.between(run.started(), run.ended()).toMillis();
    }

    private Optional<Run> last() {
        try {
            return retention.runs(1).stream().findFirst();
        } catch (UnavailableException outage) {
            return Optional.empty();
        }
    }
}
