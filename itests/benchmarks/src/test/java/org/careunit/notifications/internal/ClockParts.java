package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.UnitSettings;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.reminders.ClockWatch;
import org.careunit.notifications.internal.reminders.RecalculateClocks;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;

/**
 * Clocks, reminders and news on one store, by the settings that units and regions have saved. It is a working morning
 * here, whenever the benchmark runs.
 */
public final class ClockParts implements AutoCloseable {

    /** When it begins: Wednesday, 9 o'clock in Sweden. Not after now, so that no job waits for that time to come. */
    public static final Instant MORNING = Instant.parse("2026-09-16T07:00:00Z");

    private static final JobId SWEEP = JobId.of("sweep-clocks", "due");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestStore store;
    private final Clock clock;
    private final ClockServices services;
    private final AtomicInteger recalculated = new AtomicInteger();
    private ClockWatch watch;

    /** What units, regions and the catalogue have decided. */
    public record Decided(UnitSettings settings, RegionSettings regions, CaseTypes types) {}

    public ClockParts(TestStore store, Path base, Decided decided, MailGateway gateway) {
        this.store = store;
        clock = Clock.offset(store.clock(), Duration.between(store.clock().instant(), MORNING));
        services = new ClockServices(
                store,
                clock,
                base,
                new ClockServices.Decided(
                        decided.settings(),
                        decided.regions(),
                        decided.types(),
                        person -> new EmailAddress(person.value() + "@example.net")),
                gateway);
    }

    public Intake intake() {
        return services.intake;
    }

    public Instant now() {
        return clock.instant();
    }

    /** When staff are reminded of an open case that a unit has got at an instant. */
    public Instant staffDue(StoredCase open) {
        return services.schedule.scheduled(open).staffDue().orElseThrow();
    }

    /** Has the clocks of a unit count as calculated by what is in force now. */
    public void calculated(HsaId unit) {
        store.dues().calculated(unit, services.clocks.fingerprint(unit));
    }

    /** One look for what is due and the reminders of one unit that follow, in nanoseconds; nothing is sent. */
    public long remind(HsaId unit) {
        long began = System.nanoTime();
        services.sweep.run(new Job(SWEEP, "", 0, clock.instant()));
        JobOutcome reminded = services.reminding.run(new Job(JobId.of("remind", unit.value()), "", 0, clock.instant()));
        store.transactions().run(() -> reminded.alongside().run());
        return System.nanoTime() - began;
    }

    /** Whether a message about a case waits to be sent. */
    public boolean isReminded(CaseRef subject) {
        return store.messages().about(subject).stream().anyMatch(row -> row.state() == MessageState.QUEUED);
    }

    /** From now on the store's engine sweeps, reminds, sends and watches for changes. */
    public void handle() {
        store.jobs().addAtStart(SWEEP);
        store.handle(services.followUp);
        store.handle(services.sending);
        store.handle(services.reminding);
        store.handle(new OnTheStoresTime(services.sweep));
        store.handle(new OnTheStoresTime(services.recalculating));
        watch = services.watch();
        store.handle(watch);
    }

    /** Of how many units all cases were calculated anew, counted since the start. */
    public int recalculated() {
        return recalculated.get();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        services.close();
    }

    /** Has what is due again some seconds later by the clock here be due so by the store's clock. */
    private final class OnTheStoresTime implements JobHandler {

        private final JobHandler handler;

        private OnTheStoresTime(JobHandler handler) {
            this.handler = handler;
        }

        @Override
        public String type() {
            return handler.type();
        }

        @Override
        public Priority priority() {
            return handler.priority();
        }

        @Override
        public int workers() {
            return handler.workers();
        }

        @Override
        public int workersPerDestination() {
            return handler.workersPerDestination();
        }

        @Override
        public JobOutcome run(Job job) throws Exception {
            JobOutcome outcome = handler.run(job);
            if (!(outcome instanceof JobOutcome.Again again)) {
                return outcome;
            }
            return new JobOutcome.Again(store.clock().instant().plus(SOON), again.payload(), () -> {
                again.alongside().run();
                if (handler instanceof RecalculateClocks) {
                    recalculated.incrementAndGet();
                }
            });
        }
    }
}
