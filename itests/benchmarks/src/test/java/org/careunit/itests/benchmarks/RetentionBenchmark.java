package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.StoryParts;
import org.careunit.notifications.internal.retention.RemoveOldRows;
import org.careunit.storage.Retention.Kind;
import org.careunit.storage.Retention.Run;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;

/**
 * Ended cases of years ago are removed while events come in steadily: how long these take, beside without retention.
 */
final class RetentionBenchmark {

    private static final int EVERY_MILLIS = 10;
    private static final Duration ALONE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20_000;
    private static final int UNITS = 100;
    private static final Actor HOST = new Actor.Host("benchmark");

    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
    private final AtomicLong next = new AtomicLong();
    private final Database database;
    private final Table table;
    private final int cases;

    private RetentionBenchmark(Database database, Table table, int cases) {
        this.database = database;
        this.table = table;
        this.cases = cases;
    }

    static void run() throws Exception {
        int cases = Integer.getInteger("careunit.cases", 1_000_000);
        Table table = new Table(
                String.format(
                        Locale.ROOT,
                        "Retention of %,d cases, each with two events and a message, beside 100 events a second",
                        cases),
                "what",
                "without",
                "with",
                "ratio");
        try (Database h2 = Database.h2()) {
            new RetentionBenchmark(h2, table, cases).fill();
        }
        try (Database postgres = Database.postgres()) {
            new RetentionBenchmark(postgres, table, cases).fill();
        }
        table.print();
    }

    private void fill() {
        for (int first = 0; first < cases; first += AT_ONCE) {
            addEnded(first, Math.min(cases, first + AT_ONCE) - 1);
        }
        database.store.execute("ANALYZE");
        TestStore store = database.store;
        PlatformEvents intake = StoryParts.intake(store, FakeAccess.everybody());
        ScheduledExecutorService host = Executors.newScheduledThreadPool(4);
        try {
            host.scheduleAtFixedRate(() -> bring(intake), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            during(ALONE); // to warm up
            long[] alone = during(ALONE);
            waits.clear();
            store.handle(new RemoveOldRows(store.retention(), store.jobs(), store.clock()));
            await().atMost(Duration.ofHours(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !store.retention().runs(1).isEmpty());
            report(alone, taken(), store.retention().runs(1).get(0));
        } finally {
            host.shutdownNow();
        }
    }

    private void report(long[] alone, long[] beside, Run run) {
        row("an event, p50, ms", alone[alone.length / 2], beside[beside.length / 2]);
        row("an event, p99, ms (goal 1.1)", alone[alone.length * 99 / 100], beside[beside.length * 99 / 100]);
        long removed = run.removed().getOrDefault(Kind.CASES, 0L);
        double seconds = Duration.between(run.started(), run.ended()).toMillis() / 1e3;
        table.row(
                database.name + ", cases removed a second",
                "",
                String.format(Locale.ROOT, "%,.0f", removed / seconds),
                String.format(Locale.ROOT, "%,d in %.0f s", removed, seconds));
        String left = database.first("SELECT COUNT(*) FROM cases WHERE phase = 'CLOSED'") + " / "
                + database.first("SELECT COUNT(*) FROM events WHERE type = 'closed'") + " / "
                + database.first("SELECT COUNT(*) FROM ledger");
        table.row(database.name + ", old cases / events / messages that are left", "0 / 0 / 0", left, "");
    }

    private void row(String what, long alone, long beside) {
        table.row(
                database.name + ", " + what,
                String.format(Locale.ROOT, "%.2f", alone / 1e6),
                String.format(Locale.ROOT, "%.2f", beside / 1e6),
                String.format(Locale.ROOT, "%.2f", (double) beside / alone));
    }

    private long[] during(Duration time) {
        waits.clear();
        long end = System.nanoTime() + time.toNanos();
        await().atMost(time.multipliedBy(2)).until(() -> System.nanoTime() - end > 0);
        return taken();
    }

    private long[] taken() {
        return waits.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void bring(PlatformEvents intake) {
        long number = next.getAndIncrement();
        CaseRef subject = new CaseRef(new HsaId("SE1111111111-UNIT" + number % UNITS), "new-" + number);
        CaseEvent event = new CaseEvent(
                new EventId("new-" + number),
                Instant.now(),
                subject,
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("contact-me")));
        long begin = System.nanoTime();
        intake.accept(HOST, List.of(event));
        waits.add(System.nanoTime() - begin);
    }

    /** Cases that were received and closed years ago. */
    private void addEnded(int first, int last) {
        String range = database.isEmbedded() ? "SYSTEM_RANGE" : "generate_series";
        String uuid = database.isEmbedded() ? "RANDOM_UUID()" : "gen_random_uuid()";
        String ended = " FROM (SELECT x, 'SE1111111111-OLD' || MOD(x, " + UNITS + ") AS unit, 'old-' || x AS number,"
                + " TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00' + x * INTERVAL '1' SECOND AS at FROM " + range
                + "(" + first + ", " + last + ") AS x) AS ended";
        database.store.execute("INSERT INTO cases (unit, case_id, phase, case_type, received_at, closed_at,"
                + " last_occurred_at, last_event_id, round, round_started_at, resident_done, running) SELECT unit,"
                + " number, 'CLOSED', 'contact-me', at, at, at, number || '-closed', 1, at, FALSE, FALSE" + ended);
        for (String type : List.of("case-received", "closed")) {
            database.store.execute("INSERT INTO events (event_id, type, unit, case_id, occurred_at, body, taken_in_at)"
                    + " SELECT number || '-" + type + "', '" + type + "', unit, number, at, '{}', at" + ended);
        }
        database.store.execute("INSERT INTO ledger (id, topic, event_id, unit, case_id, channel, recipient, state,"
                + " attempts, detail, changed_at) SELECT " + uuid
                + ", 'NEW_CASE', number || '-case-received', unit, number,"
                + " 'email', 'gone:' || x, 'DELIVERED', 1, '', at" + ended);
    }
}
