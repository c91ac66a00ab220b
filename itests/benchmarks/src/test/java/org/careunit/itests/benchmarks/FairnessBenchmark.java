package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.StoryParts;
import org.careunit.storage.internal.jobs.DueJobLookups;
import org.careunit.testkit.fakes.FakeAccess;

/** P11: a unit that brings many events at once does not hold up another; a look costs the same whatever waits. */
final class FairnessBenchmark {

    private static final int EVENTS = 10_000;
    private static final int LOOKS = 1_000;
    private static final int FEW = 100;
    private static final Actor HOST = new Actor.Host("benchmark");
    private static final HsaId BUSY = new HsaId("SE1111111111-BUSY");
    private static final HsaId OTHER = new HsaId("SE1111111111-OTHER");

    private final Database database;
    private final Table table;

    private FairnessBenchmark(Database database, Table table) {
        this.database = database;
        this.table = table;
    }

    static void run() throws Exception {
        int backlog = Integer.getInteger("careunit.backlog", 1_000_000);
        Table table = new Table("Fairness (P11)", "what", "limit", "ours", "ratio");
        try (Database h2 = Database.h2()) {
            new FairnessBenchmark(h2, table).fill(backlog);
        }
        try (Database postgres = Database.postgres()) {
            new FairnessBenchmark(postgres, table).fill(backlog);
        }
        table.print();
    }

    private void fill(int backlog) throws Exception {
        looks(backlog);
        database.truncate("job_queue");
        news();
    }

    private void looks(int backlog) {
        DueJobLookups looks = new DueJobLookups(database.store, database.isEmbedded());
        Backlog.add(database, "waiting", 0, FEW);
        looks.median("waiting|*", LOOKS);
        long few = looks.median("waiting|*", LOOKS);
        Backlog.add(database, "waiting", FEW, backlog);
        long many = looks.median("waiting|*", LOOKS);
        table.row(
                database.name + ", a look behind " + backlog + " jobs, beside one behind 100, µs",
                String.format(Locale.ROOT, "%.0f", few / 1e3),
                String.format(Locale.ROOT, "%.0f", many / 1e3),
                String.format(Locale.ROOT, "%.2f", (double) many / few));
    }

    private void news() throws Exception {
        Path base = Files.createTempDirectory("benchmark");
        StoryParts.handle(database.store, base, mail -> new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok"));
        PlatformEvents intake = StoryParts.intake(database.store, FakeAccess.everybody());
        List<CaseEvent> many = new ArrayList<>();
        IntStream.range(0, EVENTS).forEach(i -> many.add(event(BUSY, "case-" + i)));
        intake.accept(HOST, many);
        long begin = System.nanoTime();
        intake.accept(HOST, List.of(event(OTHER, "case")));
        await().atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !database.isEmpty("ledger WHERE state = 'SENT' AND unit = '" + OTHER.value() + "'"));
        double waited = (System.nanoTime() - begin) / 1e9;
        table.row(
                database.name + ", the other unit's mail, s",
                "2",
                String.format(Locale.ROOT, "%.3f", waited),
                String.format(Locale.ROOT, "%.2f", waited / 2));
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.isEmpty("job_queue WHERE lane LIKE 'follow-up|%'"));
        double rate = EVENTS / ((System.nanoTime() - begin) / 1e9);
        table.row(
                database.name + ", follow-ups a second",
                "1 000",
                String.format(Locale.ROOT, "%,.0f", rate),
                String.format(Locale.ROOT, "%.2f", rate / 1_000));
        Folders.delete(base);
    }

    private static CaseEvent event(HsaId unit, String number) {
        return new CaseEvent(
                new EventId(UUID.randomUUID().toString()),
                Instant.now(),
                new CaseRef(unit, number),
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("contact-me")));
    }
}
