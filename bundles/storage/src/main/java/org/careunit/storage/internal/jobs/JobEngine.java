package org.careunit.storage.internal.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.Durations;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.MonitoredPool;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.jobs.Jobs.Resting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on this node: heartbeats, the dispatcher that claims jobs and gives them to workers, and the wake-ups from
 * and to other nodes. It rests while the database is out of reach.
 */
public final class JobEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);

    private final MonitoredPool source;
    private final JobHandlers handlers;
    private final FairScheduling turns = new FairScheduling();
    private final JobQueue queue;
    private final JobNodes nodes;
    private final JobDispatcher dispatcher;
    private final Optional<JobWakeup> wakeup;
    private final Queue<Runnable> whenBack = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer;
    private final Runnable handlersLeft;

    public JobEngine(
            StorageSettings settings,
            JobHandlers handlers,
            JdbcTransactions transactions,
            Sql sql,
            Clock clock,
            MonitoredPool source) {
        String owner = settings.node() + "#" + UUID.randomUUID().toString().substring(0, 8);
        this.source = source;
        this.handlers = handlers;
        if (settings.isEmbedded()) {
            releaseClaimed(sql);
        }
        // The engine's own statements have connections that no caller can take from it.
        JdbcTransactions own = new JdbcTransactions(source.forEngine());
        Sql ownSql = new Sql(own, source.forEngine());
        queue = new JobQueue(own, ownSql, new FirstRows(ownSql, settings.isEmbedded()), turns, clock, owner);
        nodes = new JobNodes(own, ownSql, clock, owner, System::nanoTime);
        // Outcomes are written with what the handlers write.
        JobQueue outcomes =
                new JobQueue(transactions, sql, new FirstRows(sql, settings.isEmbedded()), turns, clock, owner);
        nodes.beat();
        RetryLadder ladder = new RetryLadder(new SecureRandom());
        JobOutcomeWriter writer =
                new JobOutcomeWriter(transactions, sql, outcomes, ladder, clock, lane -> lookEverywhere(Set.of(lane)));
        JobOutcomeRecorder recorder = new JobOutcomeRecorder(transactions, outcomes, writer);
        WorkerLimits limits = new WorkerLimits(settings.workers(), clock, System::nanoTime);
        dispatcher = new JobDispatcher(settings.workers(), handlers, limits, queue, recorder, source::isOn, clock);
        timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.numbered("careunit-jobs-nodes"));
        long pause = JobNodes.HEARTBEAT.toMillis();
        timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
        source.listen(new Rest());
        wakeup = settings.server().map(server -> new JobWakeup(Pools.postgres(server), this::heard));
        handlersLeft = handlers.onArrival(dispatcher::scan);
        dispatcher.start();
    }

    FairScheduling turns() {
        return turns;
    }

    /** Wakes all nodes to poll these lanes now. */
    void lookEverywhere(Collection<String> lanes) {
        dispatcher.look(lanes);
        wakeup.ifPresent(others -> others.send(lanes));
    }

    /** Wakes all nodes to poll all lanes now. */
    void scanEverywhere() {
        dispatcher.scan();
        wakeup.ifPresent(others -> others.send(Set.of(JobWakeup.ALL)));
    }

    /** Has this node look again when a job becomes due. */
    void lookAt(Instant due) {
        dispatcher.lookAt(due);
    }

    /** Runs an action that an outage has prevented, as soon as the database is back. */
    void whenBack(Runnable action) {
        whenBack.add(action);
    }

    void rest(String type, Duration pause, String reason) {
        dispatcher.rest(type, pause, reason);
    }

    void wake(String type) {
        dispatcher.wake(type);
    }

    List<Resting> resting() {
        return dispatcher.resting();
    }

    /** Makes this node look for jobs that have become due, for example after its clock was moved. */
    public void look(Instant now) {
        dispatcher.lookAt(now);
        dispatcher.scan();
    }

    /** Whether this node has nothing to do now: no job runs, is due, or is ready in a lane that does not rest. */
    public boolean isIdle() {
        Set<String> resting = resting().stream().map(Resting::lane).collect(Collectors.toSet());
        return queue.active().stream().allMatch(row -> mustWait(row, resting)) && dispatcher.isIdle();
    }

    private boolean mustWait(JobQueue.Active row, Set<String> resting) {
        String type = JobDispatcher.typeOf(row.lane());
        return row.isReady() && (handlers.of(type).isEmpty() || resting.contains(row.lane()) || resting.contains(type));
    }

    /** Lets running jobs end, for some seconds, then interrupts and releases them; returns within 10 s. */
    @Override
    public void close() {
        handlersLeft.run();
        timer.shutdownNow();
        wakeup.ifPresent(JobWakeup::close);
        dispatcher.close();
        if (!source.isOn()) {
            giveBack();
        }
    }

    private void giveBack() {
        try {
            queue.releaseAll();
            nodes.leave();
        } catch (RuntimeException failure) {
            LOG.warn("This node's jobs could not be given back; other nodes take them over", failure);
        }
    }

    private void heard(List<String> lanes) {
        if (lanes.stream().allMatch(lane -> lane.contains("|"))) {
            dispatcher.look(lanes);
        } else {
            dispatcher.scan(); // all lanes, or something that only another version of this code knows
        }
    }

    private void beat() {
        if (source.isOn()) {
            return;
        }
        try {
            if (nodes.beat() > 0) {
                scanEverywhere();
            }
            for (Runnable action = whenBack.poll(); action != null; action = whenBack.poll()) {
                action.run();
            }
        } catch (RuntimeException | Error failure) {
            LOG.warn("A heartbeat failed; tried again in {}", Durations.text(JobNodes.HEARTBEAT), failure);
        }
    }

    /** There is one process on an embedded store, so a job that is claimed at the start was claimed by a dead one. */
    private static void releaseClaimed(Sql sql) {
        int released = sql.update("UPDATE job_queue SET state = 'READY', owner = NULL WHERE state = 'RUNNING'");
        if (released > 0) {
            LOG.info("{} jobs were running when this node stopped without a word; they start again", released);
        }
    }

    /** After an outage this node is heard first, and looks for jobs then. */
    private final class Rest implements MonitoredPool.Listener {

        @Override
        public void began() {
            // whoever looks sees that the outage is on
        }

        @Override
        public void ended() {
            timer.execute(JobEngine.this::beat);
            dispatcher.backFromOutage();
        }
    }
}
