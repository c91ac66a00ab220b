package org.careunit.itests.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
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
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** P2: from the call of the intake to the call of the gateway, no digest. P10: the door of EventAdmin. */
final class StoryBenchmark {

    private static final int WARM_UP = 500;
    private static final int EVENTS = 3_000 + WARM_UP;
    private static final int EVERY_MILLIS = 10;
    private static final Actor HOST = new Actor.Host("benchmark");
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    private final AtomicLongArray called = new AtomicLongArray(EVENTS);
    private final Map<UUID, Long> handed = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(EVENTS);

    private StoryBenchmark() {}

    static void run() throws Exception {
        Table table = new Table(
                "From intake to gateway, in ms, 100 events a second (P2); the handler of EventAdmin without a database (P10)",
                "what",
                "limit",
                "ours",
                "ratio");
        try (Database h2 = Database.h2()) {
            new StoryBenchmark().fill(table, "H2", h2.store);
        }
        try (Database postgres = Database.postgres()) {
            new StoryBenchmark().fill(table, "PostgreSQL", postgres.store);
        }
        door(table);
        table.print();
    }

    private void fill(Table table, String where, TestStore store) throws Exception {
        Path base = Files.createTempDirectory("benchmark");
        StoryParts.handle(store, base, mail -> {
            handed.put(mail.id(), System.nanoTime());
            done.countDown();
            return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
        });
        bringSteadily(StoryParts.intake(store, FakeAccess.everybody()));
        long[] waits = new long[EVENTS - WARM_UP];
        for (int i = 0; i < waits.length; i++) {
            UUID messageId = store.messages()
                    .about(subject(i + WARM_UP))
                    .get(0)
                    .messageId()
                    .orElseThrow();
            waits[i] = handed.get(messageId) - called.get(i + WARM_UP);
        }
        rows(table, where, waits, 20, 200, 1_000);
        Folders.delete(base);
    }

    static void rows(Table table, String where, long[] waits, double p50, double p99, double p999) {
        Arrays.sort(waits);
        row(table, where + ", p50", p50, waits[waits.length / 2]);
        row(table, where + ", p99", p99, waits[waits.length * 99 / 100]);
        row(table, where + ", p99.9", p999, waits[waits.length * 999 / 1_000]);
    }

    private static void row(Table table, String what, double limit, long nanos) {
        double millis = nanos / 1e6;
        table.row(
                what,
                String.format(Locale.ROOT, "%.0f", limit),
                String.format(Locale.ROOT, "%.3f", millis),
                String.format(Locale.ROOT, "%.3f", millis / limit));
    }

    private void bringSteadily(PlatformEvents intake) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        timer.scheduleAtFixedRate(
                () -> {
                    int number = next.getAndIncrement();
                    if (number < EVENTS) {
                        called.set(number, System.nanoTime());
                        intake.accept(HOST, List.of(event(number)));
                    }
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        boolean all = done.await(5, TimeUnit.MINUTES);
        timer.shutdownNow();
        if (!all) {
            throw new IllegalStateException(done.getCount() + " events have led to no message after 5 minutes");
        }
    }

    private static CaseRef subject(int number) {
        return new CaseRef(UNIT, "case-" + number);
    }

    private static CaseEvent event(int number) {
        return new CaseEvent(
                new EventId("event-" + number),
                Instant.EPOCH,
                subject(number),
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
    }

    private static void door(Table table) throws Exception {
        Path base = Files.createTempDirectory("benchmark");
        EventHandler door = StoryParts.door(base);
        Event event = new Event(
                PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, "{\"id\":\"1\",\"type\":\"case-received\"}"));
        long[] waits = new long[100_000];
        for (int i = 0; i < 2 * waits.length; i++) {
            long began = System.nanoTime();
            door.handleEvent(event);
            waits[i % waits.length] = System.nanoTime() - began;
        }
        rows(table, "EventAdmin's handler", waits, 1, 1, 1);
        Folders.delete(base);
    }
}
