package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.notifications.internal.ClockParts;

/**
 * P7: what a due reminder costs, and the heap, among many open cases and among a hundredth of them. Then, among the
 * many, {@link ClockStorms}.
 */
final class ClocksBenchmark {

    private static final int CASES = Integer.getInteger("clocks.cases", 1_000_000);
    private static final int FEW = Math.max(10 * OpenCases.OF_A_UNIT, CASES / 100);
    private static final int REMINDERS = Integer.getInteger("clocks.reminders", 1_000);
    private static final int WARM_UP = 200;
    private static final int FIRST_CASE = 500;

    private final Table table = new Table(
            String.format(Locale.ROOT, "Clocks among %,d open cases, PostgreSQL (P7, P13, P2)", CASES),
            "what",
            "peer or limit",
            "ours",
            "ratio");

    private ClocksBenchmark() {}

    static void run() throws Exception {
        new ClocksBenchmark().measure();
    }

    private void measure() throws Exception {
        ClockStorms storms = new ClockStorms(table);
        try (Side few = new Side(FEW, storms.gateway());
                Side many = new Side(CASES, storms.gateway())) {
            double before = Heap.usedMegabytes();
            fill(few);
            fill(many);
            reminders(few, many);
            double grown = Heap.usedMegabytes() - before;
            table.row("heap grown, MB", "64", number(grown), String.format(Locale.ROOT, "%.2f", grown / 64));
            few.database.truncate("job_queue");
            many.database.truncate("job_queue");
            storms.run(many.database, many.services, many.parts, many.cases);
        }
        table.print();
    }

    private static void fill(Side side) {
        long began = System.nanoTime();
        side.cases.register(side.services);
        side.cases.fill(side.parts);
        System.err.printf(
                Locale.ROOT, "... %,d cases filled in %.0f s%n", side.cases.cases, (System.nanoTime() - began) / 1e9);
    }

    /** In turns, each time of another unit. */
    private void reminders(Side few, Side many) {
        long[] amongFew = new long[REMINDERS];
        long[] amongMany = new long[REMINDERS];
        for (int i = -WARM_UP; i < REMINDERS; i++) {
            long one = few.remind(i + WARM_UP);
            long other = many.remind(i + WARM_UP);
            if (i >= 0) {
                amongFew[i] = one;
                amongMany[i] = other;
            }
        }
        double peer = median(amongFew);
        double ours = median(amongMany);
        table.row(
                String.format(Locale.ROOT, "a due reminder, median of %,d, ms; peer: among %,d cases", REMINDERS, FEW),
                number(peer),
                number(ours),
                String.format(Locale.ROOT, "%.2f (goal 1.5)", ours / peer));
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    /** So many open cases on a database of their own. */
    private static final class Side implements AutoCloseable {

        private final Database database = Database.postgres();
        private final Path base = Files.createTempDirectory("benchmark");
        private final Services services = new Services(database.store);
        private final OpenCases cases;
        private final ClockParts parts;

        private Side(int cases, MailGateway gateway) throws Exception {
            this.cases = new OpenCases(database, cases);
            ClockParts.Decided decided = new ClockParts.Decided(services.settings, services.regions, services.types);
            parts = new ClockParts(database.store, base, decided, gateway);
        }

        /** Has one case fall due, and says how long its reminder took, in nanoseconds. */
        private long remind(int number) {
            int unit = number % cases.units;
            int ofUnit = FIRST_CASE + number / cases.units;
            cases.makeDue(parts, unit, unit + 1, ofUnit, ofUnit + 1);
            long nanos = parts.remind(OpenCases.unit(unit));
            if (!parts.isReminded(cases.subject(unit * OpenCases.OF_A_UNIT + ofUnit))) {
                throw new IllegalStateException("No reminder was written down");
            }
            return nanos;
        }

        @Override
        public void close() throws IOException {
            parts.close();
            services.close();
            database.close();
            Folders.delete(base);
        }
    }

    /** A gateway that takes everything. */
    static DeliveryResult accepted() {
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
    }

    /** Waits until something holds, looking often. */
    static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
