package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.Durations;
import org.careunit.storage.internal.jobs.JobQueue.Claim;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobHandler.Priority;
import org.careunit.storage.jobs.Jobs.Resting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims ready jobs lane by lane, as many as there are free workers, and has the workers run them. One thread polls; it
 * is woken by commits, by other nodes, by workers that become free, and once a second.
 */
final class JobDispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Minimum time between polls, so that many commits in a row cost one poll. */
    private static final Duration PAUSE = Duration.ofMillis(3);

    /** Interval of looking for claims of this node in the table that it does not know of. */
    private static final long RECONCILE_NANOS = Duration.ofSeconds(10).toNanos();

    /** A scan of all lanes may take this part of the time. */
    private static final int SCAN_SHARE = 10;

    private final Set<String> toLook = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Instant> nextDue = new AtomicReference<>(Instant.MAX);
    private final Semaphore signal = new Semaphore(0);
    private final JobHandlers handlers;
    private final WorkerLimits limits;
    private final JobQueue queue;
    private final BooleanSupplier outage;
    private final Clock clock;
    private final JobWorkers workers;
    private final Thread looker;
    private volatile boolean scanNow = true;

    // Used by the polling thread only.
    private long lastScan = System.nanoTime();
    private long lastPromoted = System.nanoTime() - POLL.toNanos();
    private long scanPause;
    private long lastReconciled = System.nanoTime();
    private long nextStart;

    JobDispatcher(
            int workers,
            JobHandlers handlers,
            WorkerLimits limits,
            JobQueue queue,
            JobOutcomeRecorder recorder,
            BooleanSupplier outage,
            Clock clock) {
        this.handlers = handlers;
        this.limits = limits;
        this.queue = queue;
        this.outage = outage;
        this.clock = clock;
        this.workers = new JobWorkers(workers, limits, recorder, signal::release);
        this.looker = DaemonThreads.numbered("careunit-jobs-look").newThread(this::lookOn);
    }

    void start() {
        looker.start();
    }

    void look(Collection<String> lanes) {
        toLook.addAll(lanes);
        signal.release();
    }

    void scan() {
        scanNow = true;
        signal.release();
    }

    /** Schedules a poll for when a job becomes due. */
    void lookAt(Instant due) {
        if (due.isBefore(nextDue.getAndAccumulate(due, (one, other) -> one.isBefore(other) ? one : other))) {
            signal.release();
        }
    }

    void rest(String type, Duration pause, String reason) {
        handlers.of(type).ifPresent(handler -> limits.rest(type, handler, pause, reason));
    }

    void wake(String type) {
        limits.wake(type);
        scan();
    }

    void backFromOutage() {
        limits.wakeAll();
        scan();
    }

    List<Resting> resting() {
        return limits.resting();
    }

    /** Whether no worker of this node is at work. */
    boolean isIdle() {
        return limits.running() == 0;
    }

    @Override
    public void close() {
        workers.stopStarting();
        signal.release();
        join(looker);
        workers.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(JobWorkers.DRAIN.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOn() {
        while (workers.isOpen()) {
            boolean more = false;
            nextStart = System.nanoTime() + POLL.toNanos();
            try {
                more = !outage.getAsBoolean() && lookOnce();
            } catch (RuntimeException | Error failure) {
                scanNow = true;
                lastReconciled = System.nanoTime() - RECONCILE_NANOS - 1; // a claim may have been committed
                if (!outage.getAsBoolean()) {
                    LOG.warn("The look for jobs failed; tried again in {}", Durations.text(POLL), failure);
                }
                signal.drainPermits();
            }
            try {
                LockSupport.parkNanos(PAUSE.toNanos());
                if (!more && signal.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
        giveBack();
    }

    /**
     * Releases jobs that wait for a worker at once, for other nodes; running ones are released when the node leaves.
     */
    private void giveBack() {
        try {
            queue.release(limits.drain());
        } catch (RuntimeException failure) {
            LOG.debug("Jobs that were not started could not be given back yet", failure);
        }
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        Duration left = Duration.between(now, earlier(nextDue.get(), now.plus(POLL)));
        Duration paused = Duration.ofNanos(nextStart - System.nanoTime());
        Duration first = left.compareTo(paused) < 0 ? left : paused;
        return first.isNegative() ? Duration.ZERO : first;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Claims what there is room for; says whether there is room for more in a lane that has more. */
    private boolean lookOnce() {
        if (System.nanoTime() - lastReconciled > RECONCILE_NANOS) {
            queue.releaseForgotten(limits::inHand);
            lastReconciled = System.nanoTime();
            scanNow = true;
        }
        queue.release(limits.stuck(handlers));
        promote();
        scanIfDue();
        // Before the look: a lane whose pause ends meanwhile is looked at again.
        limits.untilNextPauseEnds().ifPresent(left -> nextStart = System.nanoTime() + left.toNanos());
        workers.startAll();
        boolean more = false;
        for (String lane : inOrder()) {
            Optional<JobHandler> handler = handlers.of(typeOf(lane));
            more |= handler.map(one -> claim(lane, one)).orElseGet(() -> !toLook.remove(lane));
        }
        return more;
    }

    /** By priority, then the lane first that was served longest ago. */
    private List<String> inOrder() {
        Map<String, Long> lastStart = new HashMap<>();
        toLook.forEach(lane -> lastStart.put(lane, limits.lastStart(lane)));
        return lastStart.keySet().stream()
                .sorted(Comparator.comparing(this::priority).thenComparing(lastStart::get))
                .toList();
    }

    private Priority priority(String lane) {
        return handlers.of(typeOf(lane)).map(JobHandler::priority).orElse(Priority.ARCHIVE);
    }

    static String typeOf(String lane) {
        return lane.substring(0, lane.indexOf('|'));
    }

    /** At the time that this node knows of, and once a second: another node may have put jobs off. */
    private void promote() {
        boolean isTime = System.nanoTime() - lastPromoted >= POLL.toNanos();
        if (isTime || !nextDue.get().isAfter(clock.instant())) {
            nextDue.set(Instant.MAX);
            lastPromoted = System.nanoTime();
            toLook.addAll(queue.promote());
        }
    }

    private void scanIfDue() {
        if (scanNow || scanIsDue()) {
            scanNow = false;
            long begin = System.nanoTime();
            toLook.addAll(queue.readyLanes(handlers.types()));
            lastScan = System.nanoTime();
            scanPause = Math.max(POLL.toNanos(), (lastScan - begin) * SCAN_SHARE);
        }
    }

    private boolean scanIsDue() {
        return System.nanoTime() - lastScan >= scanPause;
    }

    /** Claims jobs of one lane; says whether there may be more, and room for them. */
    private boolean claim(String lane, JobHandler handler) {
        int room = limits.room(lane, handler);
        if (room == 0) {
            return false;
        }
        // Before the look: what is added meanwhile has it looked at again.
        toLook.remove(lane);
        double rate = perSecond(lane, handler);
        Claim claim = queue.claim(lane, room, limits.newestFirst(lane), rate);
        limits.claimed(lane, handler, claim.jobs(), claim.more());
        if (claim.more()) {
            toLook.add(lane);
        }
        workers.startAll();
        if (claim.throttled()) {
            lookAt(clock.instant().plusNanos((long) Math.min(1e8, 1e9 / rate)));
        }
        return claim.more() && !claim.throttled() && limits.room(lane, handler) > 0;
    }

    private static double perSecond(String lane, JobHandler handler) {
        OptionalDouble rate = handler.perSecond(lane.substring(lane.indexOf('|') + 1));
        return rate.orElse(0);
    }
}
