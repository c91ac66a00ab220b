package org.careunit.notifications.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.Actor;
import org.careunit.notifications.internal.Life.Outage;
import org.careunit.notifications.internal.SimulatedGateways.Heard;
import org.careunit.notifications.internal.SimulatedGateways.Heard.Answer;
import org.careunit.notifications.internal.SimulatedGateways.Taken;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.notifications.internal.intake.SpoolDrain;
import org.careunit.notifications.internal.recordsystem.RecordSystemsComponent;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobLease;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.testkit.fakes.SettableClock;
import org.osgi.service.event.Event;

/**
 * Two nodes on one store and a clock that the test moves, with a host that brings events by both doors, a gateway and a
 * store that are out at times, and nodes that die between steps of a job. The virtual time is far ahead of the real
 * one, so that what the store has for at once is due.
 */
final class SimulatedWorld {

    /** After so long another node has what a dead one had begun. */
    static final Duration TAKEN_OVER = Duration.ofSeconds(26);

    private static final Set<String> BY_HAND = Set.of("sweep-clocks", "watch-clocks");
    private static final Actor HOST = new Actor.Host("test");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final String NOTICES = "send-journal";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    final Town town = new Town();

    /** What the host answers. */
    CaseContacts contacts = ref -> Optional.empty();

    UnreadAnswers unread = ref -> true;
    private final TestStore store;
    private final Path base;
    private final EventAdminReceiver door;
    private final SpoolDrain drain;
    private final AtomicInteger drained = new AtomicInteger();
    private final EventJson json = new EventJson();
    private final Map<String, Postponed> later = new HashMap<>();
    private final SimulatedGateways gateways;
    private int smsPerDay;
    private final Map<Integer, Death> deaths = new HashMap<>();
    private final Map<String, Death> deathsByType = new HashMap<>();
    private VirtualNode[] nodes = new VirtualNode[0];
    private Random random = new Random(0);
    private volatile boolean isStoreOut;
    private Instant now;
    private int jobsRun;
    private int timesDied;
    private final Set<String> died = new HashSet<>();
    private long lease;

    /** When in a job a node dies. */
    enum Death {
        BEFORE_IT,
        AFTER_SENDING,
        WITHIN_THE_COMMIT
    }

    private record Postponed(Job job, Instant due) {}

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    SimulatedWorld(TestStore store, Path base, Instant now) {
        this.store = store;
        this.base = base;
        this.now = now;
        gateways = new SimulatedGateways(store, this::now);
        town.join(store);
        start();
        door = new EventAdminReceiver(new NotificationsSettings(base, Map.of()));
        drain = new SpoolDrain(door, new DrainedEvents());
    }

    /** Takes in what the spool has, by a node that is up. */
    private final class DrainedEvents implements PlatformEvents {

        @Override
        public Acceptance accept(Actor actor, List<? extends PlatformEvent> events) {
            try {
                return nodes[0].intake.accept(actor, events);
            } finally {
                drained.incrementAndGet();
            }
        }

        @Override
        public Acceptance acceptJson(Actor actor, String text) {
            throw new UnsupportedOperationException();
        }
    }

    /** Fails while the store is out. */
    private final class FailingTransactions implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            if (isStoreOut) {
                throw new UnavailableException("The store is out");
            }
            return store.transactions().call(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            store.transactions().afterCommit(action);
        }

        @Override
        public boolean isOpen() {
            return store.transactions().isOpen();
        }
    }

    private VirtualNode node() {
        Clock clock = SettableClock.showing(() -> now);
        VirtualNode.Gateways ways = new VirtualNode.Gateways(
                gateways.new Mail(),
                Optional.of(gateways.new Sms()),
                smsPerDay,
                Optional.of(gateways.new Records()),
                gateways::identity);
        VirtualNode node = new VirtualNode(store, base, town, clock, ways, new FailingTransactions());
        node.recipients.setHost(ref -> {
            gateways.requireHost();
            return contacts.contacts(ref);
        });
        node.residentRules.setHost(ref -> {
            gateways.requireHost();
            return unread.isUnread(ref);
        });
        return node;
    }

    private void start() {
        Stream.of(nodes).forEach(VirtualNode::close);
        nodes = new VirtualNode[] {node(), node()};
    }

    /** Forgets everything that has happened. */
    void beginAnew(Instant at, Life life) {
        now = at;
        random = new Random(life.seed());
        later.clear();
        gateways.beginAnew();
        deaths.clear();
        deaths.putAll(life.deaths());
        deathsByType.clear();
        jobsRun = 0;
        isStoreOut = false;
        store.jobs().waiting(1_000).forEach(waiting -> store.jobs()
                .cancel(waiting.job().id()));
        List.of("ledger", "events", "cases", "digest_windows", "sms_parts", "suppressions", "jobs_set_aside")
                .forEach(table -> store.execute("DELETE FROM " + table));
        if (smsPerDay != life.people().smsPerDay()) {
            smsPerDay = life.people().smsPerDay();
            start();
        }
        testRecordSystem();
    }

    /** Has the record system pass its test message, where it was changed since it did. */
    void testRecordSystem() {
        RecordSystemsComponent records = anyNode().records;
        boolean isTested = records.status(Events.UNIT).progress() == RecordSystems.Progress.PASSED;
        if (!isTested && !records.test(OPERATOR, Events.UNIT).passed()) {
            throw new IllegalStateException("The record system does not pass its test message");
        }
    }

    Instant now() {
        return now;
    }

    VirtualNode anyNode() {
        return nodes[random.nextInt(nodes.length)];
    }

    void moveTo(Instant then) {
        now = then;
    }

    void storeIsOut(boolean isOut) {
        isStoreOut = isOut;
        if (!isOut) {
            door.wake();
            await(() -> door.spool().size() == 0);
        }
    }

    /** What fails now, the store apart; empty for nothing. */
    void fails(Optional<Outage> outage) {
        gateways.fails(outage);
    }

    /** What the record system was sent in the last work; of what a dead node sent, nobody knows what came of it. */
    List<Heard> heard() {
        Stream<Heard> unknown =
                gateways.declined.stream().filter(this::hasDied).map(notice -> new Heard(notice, Answer.NONE));
        Stream<Heard> known = gateways.heard.stream()
                .map(one -> one.answer() == Answer.REFUSED && hasDied(one.notice())
                        ? new Heard(one.notice(), Answer.NONE)
                        : one);
        return Stream.concat(known, unknown).toList();
    }

    private boolean hasDied(CaseNotice notice) {
        return died.contains(notice.id().toString());
    }

    /** The host brings an event by the service; it is told if that failed. */
    boolean bring(CaseEvent event) {
        try {
            anyNode().intake.accept(HOST, List.of(event));
            return true;
        } catch (UnavailableException out) {
            return false;
        }
    }

    /** The host posts an event, and hears nothing. */
    void post(CaseEvent event) {
        int before = drained.get();
        door.handleEvent(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, json.write(event))));
        await(() -> door.spool().size() == 0 || (isStoreOut && drained.get() > before));
    }

    private static void await(Supplier<Boolean> done) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (!done.get()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("The spool is not emptied");
            }
            Thread.onSpinWait();
        }
    }

    /** What clocks run by has changed: each node drops what it remembers, and one looks. */
    void settingsChanged(String section) {
        store.transactions()
                .run(() -> store.changes().announce(new Change(Scope.unit(Events.UNIT), "settings", section)));
        store.jobs().add(List.of(NewJob.now(JobId.of("watch-clocks", "now"), "")));
    }

    /** When the next case is due by its column, or the next job. */
    Optional<Instant> nextDue() {
        Stream<Instant> cases = store.dues().of(Events.UNIT, Instant.parse("2190-01-01T00:00:00Z"), 100).stream()
                .flatMap(subject -> Stream.of(subject.staffDue(), subject.residentDue()))
                .flatMap(Optional::stream);
        return Stream.concat(cases, jobs().map(this::dueOf))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Runs what is due until nothing is; says what the gateways took meanwhile. */
    List<Taken> work() {
        gateways.forget();
        timesDied = 0;
        died.clear();
        if (!isStoreOut) {
            runDue();
            runDue(); // what was calculated anew meanwhile
        }
        return List.copyOf(gateways.taken);
    }

    private void runDue() {
        store.jobs().add(List.of(NewJob.now(JobId.of("sweep-clocks", "now"), "")));
        List<Job> due = due();
        while (!due.isEmpty()) {
            List<Job> notices =
                    due.stream().filter(job -> job.id().type().equals(NOTICES)).toList();
            boolean isTogether = notices.size() > 1 && random.nextBoolean();
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
            List<JobOutcome> outcomes = anyNode().handlers.get(NOTICES).runTogether(jobs);
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

    private Stream<Waiting> jobs() {
        return store.jobs().waiting(1_000).stream()
                .filter(waiting ->
                        nodes[0].handlers.containsKey(waiting.job().id().type()))
                .filter(waiting -> !BY_HAND.contains(waiting.job().id().type())
                        || waiting.job().id().key().equals("now"));
    }

    private Instant dueOf(Waiting waiting) {
        return Optional.ofNullable(later.get(waiting.job().id().toString()))
                .map(Postponed::due)
                .orElse(waiting.due());
    }

    /** In any order. */
    private List<Job> due() {
        List<Waiting> ready =
                jobs().filter(waiting -> !dueOf(waiting).isAfter(now)).toList();
        boolean mayWait =
                ready.stream().anyMatch(waiting -> waiting.job().id().type().equals(NOTICES));
        Set<String> behind = mayWait ? behindOthers() : Set.of();
        List<Job> due = new ArrayList<>(ready.stream()
                .map(Waiting::job)
                .filter(job -> !behind.contains(job.id().toString()))
                .sorted(Comparator.comparing(job -> job.id().toString()))
                .toList());
        Collections.shuffle(due, random);
        return due;
    }

    private void run(Job waiting) {
        jobsRun++;
        String key = waiting.id().toString();
        Job job = claimed(waiting);
        Optional<Death> death = Optional.ofNullable(deaths.get(jobsRun))
                .or(() -> Optional.ofNullable(deathsByType.remove(waiting.id().type())));
        int node = random.nextInt(nodes.length);
        try {
            if (death.isPresent() && death.get() == Death.BEFORE_IT) {
                throw new Killed();
            }
            JobOutcome outcome = nodes[node].handlers.get(job.id().type()).run(job);
            if (death.isPresent() && death.get() == Death.AFTER_SENDING) {
                throw new Killed();
            }
            store.transactions().run(() -> finish(job, outcome, death.isPresent()));
        } catch (Killed dead) {
            timesDied++;
            died.add(job.id().key());
            nodes[node].close();
            nodes[node] = node();
            later.put(key, new Postponed(job, now.plus(TAKEN_OVER)));
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
            Instant then = now.plus(wait.pause());
            put(
                    job,
                    gateways.back()
                            .filter(back -> isForHost || back.isBefore(then))
                            .orElse(then));
        } else if (outcome instanceof JobOutcome.Rest || outcome instanceof JobOutcome.TryLater) {
            put(job, gateways.back().orElseGet(() -> now.plus(Duration.ofMinutes(5))));
        } else if (outcome instanceof JobOutcome.Again again
                && !BY_HAND.contains(job.id().type())) {
            put(with(job, again.payload().orElse(job.payload())), again.at());
        } else if (outcome instanceof JobOutcome.Continue slice) {
            put(with(job, slice.payload()), now);
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
        anyNode().handlers.get(job.id().type()).gaveUp(job, reason);
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

    void close() throws IOException, InterruptedException {
        drain.close();
        door.close();
        Stream.of(nodes).forEach(VirtualNode::close);
    }
}
