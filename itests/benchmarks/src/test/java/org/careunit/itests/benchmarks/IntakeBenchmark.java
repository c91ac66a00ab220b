package org.careunit.itests.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.StoryParts;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;

/** Events taken in and committed, beside the same rows inserted by bare JDBC. */
final class IntakeBenchmark {

    private static final Actor HOST = new Actor.Host("benchmark");
    private static final String[] TABLES = {"events", "cases", "job_queue"};
    private static final int UNITS = 50;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final List<Load> LOADS = List.of(
            new Load("1 caller, 1 at a time", 1, 1),
            new Load("16 callers, 1 at a time", 16, 1),
            new Load("1 caller, batches of 100", 1, 100));

    private final AtomicLong next = new AtomicLong();
    private final Database database;
    private final PlatformEvents intake;
    private final BareJdbc bare;

    IntakeBenchmark(Database database) {
        this.database = database;
        TestStore store = database.store;
        intake = StoryParts.intake(store, FakeAccess.everybody());
        bare = new BareJdbc(database.peer);
    }

    static void run() throws Exception {
        Table table = new Table(
                "Intake: events committed a second (goal: 0.7 of bare JDBC)", "load", "bare JDBC", "ours", "ratio");
        for (Load load : LOADS) {
            measure(table, load, Database.h2());
        }
        for (Load load : LOADS) {
            measure(table, load, Database.postgres());
        }
        table.print();
    }

    private static void measure(Table table, Load load, Database fresh) throws Exception {
        try (Database database = fresh) {
            IntakeBenchmark benchmark = new IntakeBenchmark(database);
            benchmark.check();
            table.rates(database.name + ", " + load.what, benchmark.duel(load));
        }
    }

    private Duel duel(Load load) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(load.callers);
        try {
            return Duel.of(
                    2,
                    7,
                    () -> round(load, callers, bare::insert),
                    () -> round(load, callers, batch -> intake.accept(HOST, batch)));
        } finally {
            callers.shutdown();
        }
    }

    private double round(Load load, ExecutorService callers, Consumer<List<CaseEvent>> door) throws Exception {
        long begin = System.nanoTime();
        List<Future<Integer>> running = new ArrayList<>();
        for (int caller = 0; caller < load.callers; caller++) {
            running.add(callers.submit(() -> bring(load.batch, door, begin + ROUND.toNanos())));
        }
        int events = 0;
        for (Future<Integer> caller : running) {
            events += caller.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        expect(Integer.toString(events), database.first("SELECT count(*) FROM job_queue"));
        database.truncate(TABLES);
        return events / seconds;
    }

    /** Brings batch after batch until the end of the round; says how many events that made. */
    private int bring(int size, Consumer<List<CaseEvent>> door, long end) {
        int events = 0;
        while (System.nanoTime() - end < 0) {
            door.accept(batch(size));
            events += size;
        }
        return events;
    }

    private List<CaseEvent> batch(int size) {
        List<CaseEvent> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            batch.add(event(next.getAndIncrement()));
        }
        return batch;
    }

    private static CaseEvent event(long number) {
        HsaId unit = new HsaId("SE1111111111-UNIT" + number % UNITS);
        CaseRef subject = new CaseRef(unit, "case-" + number);
        CaseChange received = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
        return new CaseEvent(
                new EventId("benchmark-" + number), Instant.EPOCH, subject, OptionalLong.empty(), received);
    }

    /** Both doors must leave the same rows, or the comparison is worth nothing. */
    void check() {
        List<CaseEvent> one = List.of(event(next.getAndIncrement()));
        intake.accept(HOST, one);
        String ours = rows();
        database.truncate(TABLES);
        bare.insert(one);
        expect(ours, rows());
        database.truncate(TABLES);
    }

    private String rows() {
        return database.first("SELECT concat_ws(',', event_id, e.type, e.unit, e.case_id, sequence_number, occurred_at,"
                + " body, c.unit, c.case_id, phase, case_type, received_at, handler, staff_due, resident_due,"
                + " closed_at, last_sequence, last_occurred_at, last_event_id, round, round_started_at, resident_done,"
                + " running, j.id, lane, state, failures, payload, share, recurring, token, rerun, stop)"
                + " FROM events e, cases c, job_queue j");
    }

    private static void expect(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("Expected " + expected + ", but was " + actual);
        }
    }

    /** Who brings events: how many callers, and how many in a transaction. */
    private record Load(String what, int callers, int batch) {}
}
