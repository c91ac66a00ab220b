package org.careunit.notifications.internal.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.CareunitException;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.Health;
import org.careunit.operations.Metrics;
import org.careunit.storage.DueCases;
import org.careunit.storage.DueCases.Backlog;
import org.careunit.storage.DueCases.Unreached;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health check and metrics of reminders: whether they are sent when due, and have recipients; counted every 15 seconds.
 */
@Component(
        service = {HealthCheck.class, Metrics.class},
        property = {HealthCheck.NAME + "=reminders", HealthCheck.TAGS + "=" + Health.TAG})
public final class RemindersHealth implements HealthCheck, Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(RemindersHealth.class);
    private static final long PAUSE_SECONDS = 15;
    private static final Duration MOST_LAG = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofDays(1);

    private final DueCases dues;
    private final Clock clock;
    private final ScheduledExecutorService worker;
    private volatile Sample last = new Sample(0, 0, Duration.ZERO, new Unreached(0, 0), 0);

    /** The last counts. */
    private record Sample(long staff, long residents, Duration lag, Unreached unreached, long simulated) {}

    @Activate
    public RemindersHealth(@Reference DueCases dues, @Reference(target = "(careunit=internal)") Clock clock) {
        this.dues = dues;
        this.clock = clock;
        worker = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("careunit-reminders"));
        worker.scheduleWithFixedDelay(this::count, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    void count() {
        try {
            Instant now = clock.instant();
            Backlog due = dues.backlog(now);
            Duration lag =
                    due.since().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
            last = new Sample(
                    due.staff(),
                    due.residents(),
                    lag,
                    dues.unreached(now.minus(RECENT)),
                    dues.simulated(now.minus(RECENT)));
        } catch (CareunitException notNow) {
            LOG.debug("Due reminders cannot be counted now", notNow);
        }
    }

    @Override
    public Result execute() {
        Sample now = last;
        if (now.lag().compareTo(MOST_LAG) > 0) {
            return Health.warn((now.staff() + now.residents()) + " cases are due for a reminder, the first for "
                    + now.lag().toMinutes() + " minutes: see careunit:job-list for 'remind'");
        }
        Unreached unreached = now.unreached();
        if (unreached.expired() > 0) {
            return Health.warn(
                    unreached.expired() + " reminders to residents could not leave within 7 days and ended in"
                            + " the last 24 hours: see careunit:message-list --state technical_failure");
        }
        if (unreached.withoutRecipient() > 0) {
            return Health.warn(unreached.withoutRecipient() + " reminders to staff found nobody to tell in the last 24"
                    + " hours: their units' readiness says what to mend");
        }
        return Health.ok("Reminders leave when they are due"
                + (now.simulated() > 0
                        ? "; " + now.simulated() + " messages of units that simulate were not sent in the last 24 hours"
                        : ""));
    }

    @Override
    public List<Figure> read() {
        Sample now = last;
        return List.of(
                new Figure("notifications.reminders.due-staff", "cases", now.staff()),
                new Figure("notifications.reminders.due-residents", "cases", now.residents()),
                new Figure("notifications.reminders.lag", "s", now.lag().toSeconds()),
                new Figure(
                        "notifications.reminders.expired",
                        "messages",
                        now.unreached().expired()),
                new Figure(
                        "notifications.reminders.without-recipient",
                        "messages",
                        now.unreached().withoutRecipient()),
                new Figure("notifications.simulated", "messages", now.simulated()));
    }
}
