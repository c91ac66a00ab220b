package org.careunit.itests.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.StaffReminder;
import org.careunit.notifications.internal.ClockParts;

/**
 * P2 while clocks run. P13: many reminders that fall due at one instant, with other news meanwhile; and a region's
 * change, after which the clocks of a tenth of all cases are calculated anew, with events taken in meanwhile.
 */
final class ClockStorms {

    private static final int STEADY_EVENTS = Integer.getInteger("clocks.events", 3_000) + SteadyNews.WARM_UP;
    private static final int DUE_OF_A_UNIT = OpenCases.HANDLERS;
    private static final int ROUNDS = Integer.getInteger("clocks.rounds", 3);
    private static final int QUIET_SECONDS = 5;
    private static final Actor HOST = new Actor.Host("benchmark");

    private final Table table;
    private final AtomicInteger reminders = new AtomicInteger();
    private volatile SteadyNews news;
    private Database database;
    private RegionSettings regions;
    private ClockParts parts;
    private OpenCases cases;

    ClockStorms(Table table) {
        this.table = table;
    }

    /** Takes everything at once; every handler is reminded at an address of their own. */
    MailGateway gateway() {
        return new MailGateway() {
            @Override
            public DeliveryResult send(OutgoingMail mail) {
                take(mail);
                return ClocksBenchmark.accepted();
            }

            @Override
            public Runnable onRecovery(Runnable listener) {
                return () -> {};
            }
        };
    }

    private void take(OutgoingMail mail) {
        if (mail.to().value().endsWith("@example.net")) {
            reminders.incrementAndGet();
        } else {
            news.handed(mail.id());
        }
    }

    void run(Database many, Services services, ClockParts running, OpenCases open) throws Exception {
        database = many;
        regions = services.regions;
        parts = running;
        cases = open;
        parts.handle();
        steady();
        storm();
        recalculate();
    }

    /** 100 events a second, and one reminder of each of ten units a second. */
    private void steady() throws Exception {
        AtomicInteger unit = new AtomicInteger();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (SteadyNews steady = new SteadyNews(parts.intake(), OpenCases.NEWS, parts::now)) {
            news = steady;
            steady.start();
            timer.scheduleAtFixedRate(
                    () -> {
                        int from = unit.getAndAdd(10) % cases.units;
                        int number = 900 + unit.get() / cases.units;
                        cases.makeDue(parts, from, Math.min(cases.units, from + 10), number, number + 1);
                    },
                    0,
                    1,
                    TimeUnit.SECONDS);
            ClocksBenchmark.until(() -> steady.brought() >= STEADY_EVENTS);
            timer.shutdown();
            StoryBenchmark.rows(table, "P2 with clocks running", steady.waits(database.store), 20, 200, 1_000);
        } finally {
            timer.shutdownNow();
        }
    }

    private void storm() throws Exception {
        int due = cases.units * DUE_OF_A_UNIT;
        try (SteadyNews steady = new SteadyNews(parts.intake(), OpenCases.NEWS, parts::now)) {
            news = steady;
            steady.start();
            ClocksBenchmark.until(() -> steady.brought() >= SteadyNews.WARM_UP);
            int before = reminders.get();
            cases.makeDue(parts, 0, cases.units, 0, DUE_OF_A_UNIT);
            long began = System.nanoTime();
            ClocksBenchmark.until(() -> reminders.get() - before >= due);
            double seconds = (System.nanoTime() - began) / 1e9;
            long[] waits = steady.waits(database.store);
            limit(String.format(Locale.ROOT, "P13 %,d reminders due at one instant, gone after, s", due), 60, seconds);
            StoryBenchmark.rows(table, "... other news meanwhile", waits, 20, 200, 1_000);
            if (reminders.get() - before > due) {
                throw new IllegalStateException("Somebody was reminded twice");
            }
        }
    }

    private void limit(String what, double limit, double seconds) {
        table.row(
                what,
                ClocksBenchmark.number(limit),
                ClocksBenchmark.number(seconds),
                ClocksBenchmark.number(seconds / limit));
    }

    private void recalculate() throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(update());
            try (Intaking intaking = new Intaking(parts.intake())) {
                double quiet = intaking.during(() -> sleepless(QUIET_SECONDS));
                double meanwhile = intaking.during(() -> seconds.add(change()));
                ratios.add(meanwhile / quiet);
            }
        }
        int rows = cases.ofChangedRegion().size() * OpenCases.OF_A_UNIT;
        limit(
                String.format(Locale.ROOT, "P13 %,d open cases calculated anew after a region's change, s", rows),
                60,
                Duel.median(seconds));
        table.row(
                "... beside one bare UPDATE of the same rows, s",
                ClocksBenchmark.number(Duel.median(bare)),
                ClocksBenchmark.number(Duel.median(seconds)),
                ClocksBenchmark.number(Duel.median(seconds) / Duel.median(bare)));
        table.row(
                "... events taken in meanwhile, of their rate",
                "0.80",
                ClocksBenchmark.number(Duel.median(ratios)),
                "");
    }

    private double update() throws SQLException {
        long began = System.nanoTime();
        int rows = cases.update();
        if (rows != cases.ofChangedRegion().size() * OpenCases.OF_A_UNIT) {
            throw new IllegalStateException("Other rows than expected: " + rows);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Changes the days after which staff are reminded, and waits until all cases are calculated anew. */
    private double change() {
        Versioned<RegionSettings.Default<StaffReminder>> before =
                regions.readDefault(OpenCases.OPERATOR, OpenCases.CHANGED, StaffReminder.class);
        int days = before.content().section().workingDays() == 3 ? 5 : 3;
        int done = parts.recalculated();
        long began = System.nanoTime();
        regions.saveDefault(
                OpenCases.OPERATOR, OpenCases.CHANGED, new StaffReminder(true, days), false, before.version());
        ClocksBenchmark.until(
                () -> parts.recalculated() - done >= cases.ofChangedRegion().size());
        return (System.nanoTime() - began) / 1e9;
    }

    private static void sleepless(int seconds) throws InterruptedException {
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** One caller who brings one event after the other. */
    private final class Intaking implements AutoCloseable {

        private final PlatformEvents intake;
        private final AtomicInteger taken = new AtomicInteger();
        private final Thread caller = new Thread(this::bring, "caller");
        private volatile boolean over;

        private Intaking(PlatformEvents intake) {
            this.intake = intake;
            news = new SteadyNews(intake, OpenCases.NEWS, parts::now);
            caller.start();
        }

        private void bring() {
            while (!over) {
                Instant now = parts.now();
                intake.accept(
                        HOST,
                        List.of(SteadyNews.received(
                                OpenCases.NEWS, UUID.randomUUID().toString(), now)));
                taken.incrementAndGet();
            }
        }

        /** How many events a second come in while something else is done. */
        private double during(Work work) throws Exception {
            int before = taken.get();
            long began = System.nanoTime();
            work.run();
            return (taken.get() - before) / ((System.nanoTime() - began) / 1e9);
        }

        @Override
        public void close() {
            over = true;
            try {
                caller.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            news.close();
        }
    }
}
