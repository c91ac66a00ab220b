package org.careunit.notifications.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.UnavailableException;
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
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.NewJob;
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

    private static final Actor HOST = new Actor.Host("test");
    static final Actor OPERATOR = new Actor.Operator("test");
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
    private final SimulatedGateways gateways;
    final SimulatedJobs jobs;
    private int smsPerDay;
    VirtualNode[] nodes = new VirtualNode[0];
    Random random = new Random(0);
    private volatile boolean isStoreOut;
    private Instant now;

    /** When in a job a node dies. */
    enum Death {
        BEFORE_IT,
        AFTER_SENDING,
        WITHIN_THE_COMMIT
    }

    SimulatedWorld(TestStore store, Path base, Instant now) {
        this.store = store;
        this.base = base;
        this.now = now;
        gateways = new SimulatedGateways(store, this::now);
        jobs = new SimulatedJobs(this, store, gateways);
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

    /** Has a new node take the place of one that has died. */
    void restart(int number) {
        nodes[number].close();
        nodes[number] = node();
    }

    /** Forgets everything that has happened. */
    void beginAnew(Instant at, Life life) {
        now = at;
        random = new Random(life.seed());
        jobs.beginAnew(life);
        gateways.beginAnew();
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
                gateways.declined.stream().filter(jobs::hasDied).map(notice -> new Heard(notice, Answer.NONE));
        Stream<Heard> known = gateways.heard.stream()
                .map(one -> one.answer() == Answer.REFUSED && jobs.hasDied(one.notice())
                        ? new Heard(one.notice(), Answer.NONE)
                        : one);
        return Stream.concat(known, unknown).toList();
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
        return Stream.concat(cases, jobs.waiting().map(jobs::dueOf))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Runs what is due until nothing is; says what the gateways took meanwhile. */
    List<Taken> work() {
        gateways.forget();
        jobs.begin();
        if (!isStoreOut) {
            jobs.runDue();
            jobs.runDue(); // what was calculated anew meanwhile
        }
        return List.copyOf(gateways.taken);
    }

    void close() throws IOException, InterruptedException {
        drain.close();
        door.close();
        Stream.of(nodes).forEach(VirtualNode::close);
    }
}
