package org.careunit.notifications.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.notifications.internal.SimulatedWorld.Death;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobLease;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.Jobs.Waiting;

/** Runs the jobs of the nodes as the job engine would, in any order, and has nodes die in them. */
final class SimulatedJobs {

    private static final Set<String> BY_HAND = Set.of("sweep-clocks", "watch-clocks");
    private static final String NOTICES = "send-journal";

    private final SimulatedWorld world;
    private final TestStore store;
    private final SimulatedGateways gateways;
    private final Map<String, Postponed> later = new HashMap<>();
    private final Map<Integer, Death> deaths = new HashMap<>();
    private final Map<String, Death> deathsByType = new HashMap<>();
    private int jobsRun;
    private int timesDied;
    private final Set<String> died = new HashSet<>();
    private long lease;

    SimulatedJobs(SimulatedWorld world, TestStore store, SimulatedGateways gateways) {
        this.world = world;
        this.store = store;
        this.gateways = gateways;
    }

    /** Forgets everything that has happened. */
    void beginAnew(Life life) {
        later.clear();
        deaths.clear();
        deaths.putAll(life.deaths());
        deathsByType.clear();
        jobsRun = 0;
    }

    /** Nobody has died in the work that begins. */
    void begin() {
        timesDied = 0;
        died.clear();
    }

    private record Postponed(Job job, Instant due) {}

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Whether the node died that sent a notice. */
    boolean hasDied(CaseNotice notice) {
        return died.contains(notice.id().toString());
    }

    /** Runs what is due until nothing is. */
    void runDue() {
        store.jobs().add(List.of(NewJob.now(JobId.of("sweep-clocks", "now"), "")));
        List<Job> due = due();
        while (!due.isEmpty()) {
            List<Job> notices =
                    due.stream().filter(job -> job.id().type().equals(NOTICES)).toList();
            boolean isTogether = notices.size() > 1 && world.random.nextBoolean();
            due.stream().filter(job -> !isTogether || !notices.contains(job)).forEach(this::run);
            if (isTogether) {
                runTogether(notices);
            }
            due = due();
        }
    }

    /** As a node does with jobs of one destination; none of them dies. */
    private void runTogether(List<Job> waiting) {
        List<Job> jobs = waiting.stream().map(this::claimed).toList();
        try {
            List<JobOutcome> outcomes = world.anyNode().handlers.get(NOTICES).runTogether(jobs);
            for (int i = 0; i < jobs.size(); i++) {
                Job job = jobs.get(i);
                JobOutcome outcome = outcomes.get(i);
                store.transactions().run(() -> finish(job, outcome, false));
            }
        } catch (Exception failure) {
            throw new IllegalStateException("notices together", failure);
        }
    }

    private Job claimed(Job waiting) {
        return leased(Optional.ofNullable(later.remove(waiting.id().toString()))
                .map(Postponed::job)
                .orElse(waiting));
    }

    /** Jobs that wait for another one that was added before them in their order. */
    private Set<String> behindOthers() {
        Set<String> orders = new HashSet<>();
        Set<String> behind = new HashSet<>();
        String ordered = "SELECT id, order_key, order_number FROM job_queue WHERE order_key IS NOT NULL"
                + " UNION ALL SELECT id, order_key, order_number FROM jobs_set_aside WHERE order_key IS NOT NULL"
                + " ORDER BY order_key, order_number";
        try (Connection connection = store.connection();
                PreparedStatement statement = connection.prepareStatement(ordered);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (!orders.add(rows.getString("order_key"))) {
                    behind.add(rows.getString("id"));
                }
            }
            return behind;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the node die that runs the next job of a type. */
    void dieInNext(String type, Death death) {
        deathsByType.put(type, death);
    }

    /** How many nodes died in the last work. */
    int timesDied() {
        return timesDied;
    }

    /** All jobs that the nodes may run, with those that wait. */
    Stream<Waiting> waiting() {
        return store.jobs().waiting(1_000).stream()
                .filter(waiting ->
                        world.nodes[0].handlers.containsKey(waiting.job().id().type()))
                .filter(waiting -> !BY_HAND.contains(waiting.job().id().type())
                        || waiting.job().id().key().equals("now"));
    }

    Instant dueOf(Waiting waiting) {
        return Optional.ofNullable(later.get(waiting.job().id().toString()))
                .map(Postponed::due)
                .orElse(waiting.due());
    }

    /** In any order. */
    private List<Job> due() {
        List<Waiting> ready = waiting()
                .filter(waiting -> !dueOf(waiting).isAfter(world.now()))
                .toList();
        boolean mayWait =
                ready.stream().anyMatch(waiting -> waiting.job().id().type().equals(NOTICES));
        Set<String> behind = mayWait ? behindOthers() : Set.of();
        List<Job> due = new ArrayList<>(ready.stream()
                .map(Waiting::job)
                .filter(job -> !behind.contains(job.id().toString()))
                .sorted(Comparator.comparing(job -> job.id().toString()))
                .toList());
        Collections.shuffle(due, world.random);
        return due;
    }

    private void run(Job waiting) {
        jobsRun++;
        String key = waiting.id().toString();
        Job job = claimed(waiting);
        Optional<Death> death = Optional.ofNullable(deaths.get(jobsRun))
                .or(() -> Optional.ofNullable(deathsByType.remove(waiting.id().type())));
        int node = world.random.nextInt(world.nodes.length);
        try {
            if (death.isPresent() && death.get() == Death.BEFORE_IT) {
                throw new Killed();
            }
            JobOutcome outcome = world.nodes[node].handlers.get(job.id().type()).run(job);
            if (death.isPresent() && death.get() == Death.AFTER_SENDING) {
                throw new Killed();
            }
            store.transactions().run(() -> finish(job, outcome, death.isPresent()));
        } catch (Killed dead) {
            timesDied++;
            died.add(job.id().key());
            world.restart(node);
            later.put(key, new Postponed(job, world.now().plus(SimulatedWorld.TAKEN_OVER)));
        } catch (Exception failure) {
            throw new IllegalStateException(key, failure);
        }
    }

    private Job leased(Job job) {
        long number = ++lease;
        return new Job(job.id(), job.payload(), job.failures(), job.since(), new JobLease() {
            @Override
            public long number() {
                return number;
            }

            @Override
            public boolean isHeld() {
                return true;
            }
        });
    }

    private void finish(Job job, JobOutcome outcome, boolean dies) {
        if (outcome instanceof JobOutcome.Done || BY_HAND.contains(job.id().type())) {
            store.jobs().cancel(job.id());
        }
        outcome.alongside().run();
        if (dies) {
            throw new Killed();
        }
        if (outcome instanceof JobOutcome.NotNow wait) {
            boolean isForHost = wait.reason().startsWith("The host");
            Instant then = world.now().plus(wait.pause());
            put(
                    job,
                    gateways.back()
                            .filter(back -> isForHost || back.isBefore(then))
                            .orElse(then));
        } else if (outcome instanceof JobOutcome.Rest || outcome instanceof JobOutcome.TryLater) {
            put(job, gateways.back().orElseGet(() -> world.now().plus(Duration.ofMinutes(5))));
        } else if (outcome instanceof JobOutcome.Again again
                && !BY_HAND.contains(job.id().type())) {
            put(with(job, again.payload().orElse(job.payload())), again.at());
        } else if (outcome instanceof JobOutcome.Continue slice) {
            put(with(job, slice.payload()), world.now());
        } else if (outcome instanceof JobOutcome.Never never) {
            setAside(job, never.reason());
        } else if (!(outcome instanceof JobOutcome.Done) && !(outcome instanceof JobOutcome.Again)) {
            throw new IllegalStateException(job.id() + " ended with " + outcome);
        }
    }

    /** As the job engine does with one that failed permanently. */
    private void setAside(Job job, String reason) {
        String id = job.id().toString();
        store.execute(
                "INSERT INTO jobs_set_aside (id, payload, failures, since, reason, set_aside_at, share, order_key,"
                        + " order_number) SELECT id, payload, 1, since, 'refused', since, share, order_key, order_number"
                        + " FROM job_queue WHERE id = '" + id + "'");
        store.execute("DELETE FROM job_queue WHERE id = '" + id + "'");
        world.anyNode().handlers.get(job.id().type()).gaveUp(job, reason);
    }

    /** What an operator started again is due at once. */
    void startedAgain(UUID notice) {
        later.keySet().removeIf(id -> id.endsWith(notice.toString()));
    }

    private static Job with(Job job, String payload) {
        return new Job(job.id(), payload, job.failures(), job.since());
    }

    private void put(Job job, Instant due) {
        later.put(job.id().toString(), new Postponed(job, due));
    }
}
