package org.careunit.storage.internal.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.careunit.storage.internal.database.CallersConnection;
import org.careunit.storage.internal.database.H2Engine;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Outage;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.database.PostgresEngine;
import org.careunit.storage.internal.node.NamedThreads;
import org.careunit.storage.internal.node.StorageSettings;

/**
 * db-scheduler, set up for us: our table, the database's clock, seconds instead of minutes, nothing deleted behind our
 * back, one task whose jobs say in their ids what they are about. It rests while the database is out of reach.
 */
public final class JobEngine implements AutoCloseable {

    static final String TASK = "job";

    private static final String TABLE = "jobs";
    /** How often at most this node and the others are told to look; a poll costs as much as a commit. */
    private static final Duration LOOK_PAUSE = Duration.ofMillis(5);

    private static final Duration RING_PAUSE = Duration.ofMillis(10);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration DRAIN = Duration.ofSeconds(4);
    /** How long a job that was claimed ahead waits for a worker. */
    private static final Duration AHEAD = Duration.ofMillis(100);

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Scheduler scheduler;
    private final Optional<Doorbell> doorbell;
    private final Runnable deaf;
    private final Paced looking;
    private final Paced ringing;

    public JobEngine(
            StorageSettings settings,
            JobHandlers handlers,
            JdbcTransactions transactions,
            SetAsideJobs setAside,
            Clock clock,
            Outage source,
            ScheduledExecutorService timer) {
        Lanes types = new Lanes(Math.max(1, settings.workers() * 3 / 4), 0, Duration.ZERO, System::nanoTime);
        Lanes destinations = new Lanes(settings.workers(), settings.workers() / 4, AHEAD, System::nanoTime);
        RetryLadder ladder = new RetryLadder(new SecureRandom());
        JobBook book = new JobBook(transactions, setAside, ladder, clock);
        looking = new Paced(timer, LOOK_PAUSE, this::check);
        DueCondition due = new DueCondition(handlers, types, destinations);
        SchedulerBuilder builder = Scheduler.create(
                        new CallersConnection(transactions, source.forEngine()),
                        Tasks.custom(TASK, JobData.class)
                                .onDeadExecution(book.revive())
                                .execute(new JobRunner(handlers, types, destinations, book, looking)))
                .tableName(TABLE)
                .serializer(JobData.SERIALIZER)
                .schedulerName(new SchedulerName.Fixed(settings.node()))
                .clock(clock::instant);
        ways(builder, settings, due);
        threads(builder, settings, source);
        scheduler = builder.build();
        source.listen(new Rest());
        scheduler.start();
        doorbell = settings.server().map(server -> Doorbell.install(Pools.postgres(server), this::look));
        ringing = new Paced(timer, RING_PAUSE, () -> doorbell.ifPresent(Doorbell::ring));
        deaf = handlers.onArrival(this::look);
    }

    /** Has this node look for due jobs now. */
    public void look() {
        looking.ask();
    }

    /** Has all nodes look for due jobs now. */
    public void lookEverywhere() {
        look();
        ringing.ask();
    }

    private void check() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Lets what runs end, for some seconds, then interrupts it; returns within 10 s. */
    @Override
    public void close() {
        deaf.run();
        scheduler.stop();
        doorbell.ifPresent(Doorbell::close);
    }

    private static void ways(SchedulerBuilder builder, StorageSettings settings, DueCondition due) {
        builder.pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(DRAIN)
                .failureLogging(LogLevel.WARN, true);
        if (settings.isEmbedded()) {
            builder.jdbcCustomization(new H2Engine(due)).pollUsingFetch(0.5, 3.0);
        } else {
            builder.jdbcCustomization(new PostgresEngine(due)).pollUsingLockAndFetch(0.5, 1.0);
        }
    }

    private static void threads(SchedulerBuilder builder, StorageSettings settings, Outage source) {
        builder.threads(settings.workers())
                .executorService(Executors.newFixedThreadPool(settings.workers(), NamedThreads.of("careunit-job")))
                .dueExecutor(Executors.newSingleThreadExecutor(NamedThreads.of("careunit-jobs-due")))
                .housekeeperExecutor(housekeeper(source));
    }

    /** For heartbeats and the look for dead nodes; passes over its turns while the database is out of reach. */
    private static ScheduledExecutorService housekeeper(Outage source) {
        return new ScheduledThreadPoolExecutor(2, NamedThreads.of("careunit-jobs-housekeeper")) {
            @Override
            public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long pause, TimeUnit unit) {
                return super.scheduleWithFixedDelay(() -> unlessOut(source, task), first, pause, unit);
            }
        };
    }

    private static void unlessOut(Outage source, Runnable task) {
        if (!source.isOn()) {
            task.run();
        }
    }

    /** Rests during an outage. */
    private final class Rest implements Outage.Listener {
        @Override
        public void began() {
            scheduler.pause();
        }

        @Override
        public void ended() {
            scheduler.resume();
            look();
        }
    }
}
