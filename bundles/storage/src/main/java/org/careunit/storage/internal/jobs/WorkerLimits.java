package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobHandler.Priority;
import org.careunit.storage.jobs.Jobs.Resting;

/**
 * Limits how many jobs of each lane and type run at once on this node; knows which claimed jobs wait for a worker, and
 * which lanes rest.
 *
 * <p>A few jobs more than there are workers are claimed of a lane whose jobs end quickly, because a look costs as much
 * as several short jobs. Nothing is claimed ahead of a lane that hangs, and what was is given back.
 *
 * <p>Sweeps give way: while news are handled, a lane of sweeps pauses after each job for as long as the job took, so
 * that thousands of reminders at one instant do not take all of the machine from what somebody waits for.
 */
final class WorkerLimits {

    /** So many jobs wait for a worker in one lane, at most, beyond those that can start. */
    private static final int AHEAD = 8;

    /**
     * So many groups wait, where that is more: each look takes as long as what it claims, and what other lanes have
     * waits for it, as does what comes into the same lane.
     */
    private static final int GROUPS_AHEAD = 2;

    /** So many jobs at most are claimed by one look where jobs are done together: other lanes wait for it. */
    private static final int MOST_AT_ONCE = 400;

    /** A lane is quick when a job of it has ended so lately. */
    private static final long QUICK_NANOS = Duration.ofMillis(200).toNanos();

    /** What waits for a worker of a lane in which nothing ended for so long is given back. */
    private static final long STUCK_NANOS = Duration.ofSeconds(1).toNanos();

    /** News are handled as long as some ran so lately. */
    private static final long NEWS_NANOS = Duration.ofMillis(200).toNanos();

    /** A lane of sweeps gives way so long at most, after a job that took longer. */
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private static final int FAULTS_IN_A_ROW = 3;
    private static final Duration REST_AFTER_FAULTS = Duration.ofMinutes(1);

    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Map<String, RunLimit> types = new HashMap<>();
    private final Set<Group> groups = new HashSet<>();
    private final int workers;
    private final Clock clock;
    private final LongSupplier nanos;
    private int running;
    private long lastNews;

    /**
     * @param workers how many jobs run at once on this node
     * @param nanos as {@link System#nanoTime()}
     */
    WorkerLimits(int workers, Clock clock, LongSupplier nanos) {
        this.workers = workers;
        this.clock = clock;
        this.nanos = nanos;
        this.lastNews = nanos.getAsLong() - NEWS_NANOS;
    }

    /** Jobs of one lane that a worker does now. */
    record Group(String lane, JobHandler handler, List<ClaimedJob> jobs, long started) {}

    /** How many jobs of a lane may be claimed now. */
    synchronized int room(String name, JobHandler handler) {
        Lane lane = lane(name, handler);
        if (lane.rests() || lane.type.rests() || lane.pause() > 0) {
            return 0;
        }
        int free = Math.min(workers - running, Math.min(lane.free(), lane.type.free()));
        boolean mayWait = !lane.isSlow() && !lane.type.isSlow() && nanos.getAsLong() - lane.lastEnd < QUICK_NANOS;
        int ahead = Math.max(GROUPS_AHEAD * handler.together(), AHEAD);
        int jobs = free * handler.together() + (mayWait ? Math.min(ahead, lane.most * handler.together()) : 0);
        return Math.max(0, Math.min(jobs, MOST_AT_ONCE) - lane.waiting.size());
    }

    /** When a job of a lane was last started, as {@link System#nanoTime()}. */
    synchronized long lastStart(String name) {
        Lane lane = lanes.get(name);
        return lane == null ? nanos.getAsLong() - STUCK_NANOS : lane.lastStart;
    }

    /** Whether a lane is worked off from its newest job on, since it has rested. */
    synchronized boolean newestFirst(String name) {
        return Optional.ofNullable(lanes.get(name))
                .map(lane -> lane.newestFirst)
                .orElse(false);
    }

    /** Jobs were claimed; {@code more} if the lane may have more of them. */
    synchronized void claimed(String name, JobHandler handler, List<ClaimedJob> jobs, boolean more) {
        Lane lane = lane(name, handler);
        lane.waiting.addAll(jobs);
        lane.waitingSince = nanos.getAsLong();
        // A lane that began to rest while its jobs were looked for has what waits since then before it.
        lane.newestFirst &= more || lane.rests() || lane.type.rests();
    }

    /** Takes a worker and the jobs that it does next; empty if no worker or no job is free. */
    synchronized Optional<Group> start() {
        Optional<Lane> next = running >= workers
                ? Optional.empty()
                : lanes.values().stream()
                        .filter(Lane::canStart)
                        .min(Comparator.comparing((Lane lane) -> lane.handler.priority())
                                .thenComparing(lane -> lane.lastStart));
        return next.map(lane -> {
            List<ClaimedJob> jobs = lane.next();
            lane.lastStart = nanos.getAsLong();
            lane.running++;
            lane.type.running++;
            running++;
            Group group = new Group(lane.name(), lane.handler, jobs, lane.lastStart);
            groups.add(group);
            return group;
        });
    }

    /** Gives a worker back. */
    synchronized void ended(Group group) {
        Lane lane = lane(group.lane, group.handler);
        groups.remove(group);
        lane.running--;
        lane.busyShares.remove(group.jobs.get(0).share());
        lane.type.running--;
        running--;
        lane.lastEnd = nanos.getAsLong();
        if (group.handler.priority() == Priority.NEWS) {
            lastNews = lane.lastEnd;
        } else if (group.handler.priority() == Priority.SWEEP && lane.lastEnd - lastNews < NEWS_NANOS) {
            lane.pausedUntil = lane.lastEnd + Math.min(lane.lastEnd - group.started, LONGEST_PAUSE_NANOS);
        }
    }

    /** In how long the first of the lanes that give way to news may start again; empty if none does. */
    synchronized Optional<Duration> untilNextPauseEnds() {
        return lanes.values().stream()
                .map(Lane::pause)
                .filter(left -> left > 0)
                .min(Comparator.naturalOrder())
                .map(Duration::ofNanos);
    }

    /** A job got through: its lane and its type take up speed. */
    synchronized void succeeded(Group group) {
        Lane lane = lane(group.lane, group.handler);
        lane.succeeded();
        lane.type.succeeded();
    }

    /** A job was refused for a reason that is ours; after some in a row its type rests. */
    synchronized void ourFault(Group group, String reason) {
        RunLimit type = lane(group.lane, group.handler).type;
        if (++type.faults >= FAULTS_IN_A_ROW) {
            rest(type, REST_AFTER_FAULTS, reason);
        }
    }

    /** Pauses a lane or, by its type's name, a type. */
    synchronized void rest(String name, JobHandler handler, Duration pause, String reason) {
        rest(name.contains("|") ? lane(name, handler) : type(name, handler), pause, reason);
    }

    private void rest(RunLimit limit, Duration pause, String reason) {
        limit.rest(pause, reason);
        lanes.values().stream()
                .filter(lane -> lane == limit || lane.type == limit)
                .forEach(lane -> lane.newestFirst = true);
    }

    /** Ends the rests of a type and its lanes. */
    synchronized void wake(String type) {
        all().filter(limit -> limit.name().equals(type) || limit.name().startsWith(type + "|"))
                .forEach(RunLimit::wake);
    }

    /** Ends all rests whose pause the engine chose: what they waited for may have been the database. */
    synchronized void wakeAll() {
        all().forEach(RunLimit::wakeIfGrowing);
    }

    synchronized List<Resting> resting() {
        return all().filter(RunLimit::rests).map(RunLimit::resting).toList();
    }

    /** Removes and returns the jobs that will not get a worker soon, to be released. */
    synchronized List<ClaimedJob> stuck(JobHandlers handlers) {
        List<ClaimedJob> jobs = new ArrayList<>();
        long before = nanos.getAsLong() - STUCK_NANOS;
        for (Lane lane : lanes.values()) {
            boolean hangs = lane.lastEnd - before < 0 && lane.waitingSince - before < 0;
            boolean gone = handlers.of(lane.type.name()).isEmpty();
            if (hangs || gone || lane.rests() || lane.type.rests()) {
                jobs.addAll(lane.waiting);
                lane.waiting.clear();
            }
        }
        lanes.values().removeIf(lane -> lane.isIdle() && lane.waiting.isEmpty() && lane.lastEnd - before < 0);
        return jobs;
    }

    /** Takes out all jobs that wait for a worker. */
    synchronized List<ClaimedJob> drain() {
        List<ClaimedJob> jobs =
                lanes.values().stream().flatMap(lane -> lane.waiting.stream()).toList();
        lanes.values().forEach(lane -> lane.waiting.clear());
        return jobs;
    }

    /** All claims that wait for a worker or have one, as {@link JobQueue#key} writes them. */
    synchronized Set<String> inHand() {
        return Stream.concat(
                        lanes.values().stream().flatMap(lane -> lane.waiting.stream()),
                        groups.stream().flatMap(group -> group.jobs.stream()))
                .map(job -> JobQueue.key(job.id(), job.token()))
                .collect(Collectors.toSet());
    }

    synchronized int running() {
        return running;
    }

    private Stream<RunLimit> all() {
        return Stream.concat(types.values().stream(), lanes.values().stream());
    }

    private Lane lane(String name, JobHandler handler) {
        Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane(fresh, type(handler.type(), handler)));
        lane.handler = handler;
        lane.most = Math.min(handler.workersPerDestination(), handler.priority().most(workers));
        return lane;
    }

    private RunLimit type(String name, JobHandler handler) {
        RunLimit type = types.computeIfAbsent(name, fresh -> new RunLimit(fresh, clock));
        type.most = Math.min(handler.workers(), handler.priority().most(workers));
        return type;
    }

    /** The jobs of one type to one destination. */
    private final class Lane extends RunLimit {

        private final RunLimit type;
        private final Deque<ClaimedJob> waiting = new ArrayDeque<>();
        private final Set<Optional<String>> busyShares = new HashSet<>();
        private JobHandler handler;
        private boolean newestFirst;
        private long lastStart;
        private long lastEnd = nanos.getAsLong();
        private long waitingSince = lastEnd;
        private long pausedUntil = lastEnd;

        Lane(String name, RunLimit type) {
            super(name, clock);
            this.type = type;
            this.newestFirst = type.isSlow();
            this.lastStart = lastEnd - STUCK_NANOS;
        }

        private boolean canStart() {
            return free() > 0
                    && type.free() > 0
                    && !rests()
                    && !type.rests()
                    && pause() <= 0
                    && waiting.stream().anyMatch(this::mayStart);
        }

        /** How long this lane still gives way, in nanoseconds; 0 or less if it does not. */
        private long pause() {
            return pausedUntil - nanos.getAsLong();
        }

        private boolean mayStart(ClaimedJob job) {
            return !handler.isOneShareAtATime() || job.share().isEmpty() || !busyShares.contains(job.share());
        }

        private List<ClaimedJob> next() {
            boolean oneShare = handler.isOneShareAtATime();
            int most = oneShare ? handler.together() : Math.min(handler.together(), spread());
            ClaimedJob first =
                    waiting.stream().filter(this::mayStart).findFirst().orElseThrow();
            List<ClaimedJob> jobs = new ArrayList<>();
            for (Iterator<ClaimedJob> each = waiting.iterator(); each.hasNext() && jobs.size() < most; ) {
                ClaimedJob job = each.next();
                if (!oneShare || job.share().equals(first.share())) {
                    jobs.add(job);
                    each.remove();
                }
            }
            if (oneShare && first.share().isPresent()) {
                busyShares.add(first.share());
            }
            return jobs;
        }

        /** So many jobs for each worker that is free, that all have some of those that wait. */
        private int spread() {
            int free = Math.max(1, Math.min(workers - WorkerLimits.this.running, Math.min(free(), type.free())));
            return (waiting.size() + free - 1) / free;
        }
    }
}
