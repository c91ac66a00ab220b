package org.careunit.itests.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Installing into a stock Karaf and starting again with everything installed, beside that Karaf's own boot. */
final class BootBenchmark {

    private static final int ROUNDS = 3;
    private static final String BOOTED = "org.apache.karaf.features.BootFinished";
    private static final String OPEN_FOR_EVENTS = "org.careunit.api.events.PlatformEvents";

    private static final Path KARAF = Path.of(System.getProperty("careunit.karaf", ""));
    private static final Path ARCHIVE = Path.of(System.getProperty("careunit.archive", ""));
    private static final Path DISTRIBUTION = Path.of(System.getProperty("careunit.distribution", ""));

    private final List<Double> boots = new ArrayList<>();
    private final List<Double> installs = new ArrayList<>();
    private final List<Double> stockRestarts = new ArrayList<>();
    private final List<Double> restarts = new ArrayList<>();

    private BootBenchmark() {}

    static void run() throws Exception {
        BootBenchmark benchmark = new BootBenchmark();
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.stock();
            benchmark.distribution();
        }
        Table table = new Table(
                "Boot: seconds until the container is up, or events are taken in (limit: 3 x and 2 x plain Karaf)",
                "what",
                "plain Karaf",
                "ours",
                "ratio");
        row(
                table,
                "first boot; install from the archive into the running container",
                benchmark.boots,
                benchmark.installs);
        row(table, "second boot; second boot of the distribution", benchmark.stockRestarts, benchmark.restarts);
        table.print();
    }

    private void stock() throws Exception {
        try (Karaf karaf = Karaf.unpack(KARAF)) {
            karaf.start(BOOTED);
            karaf.stop();
            stockRestarts.add(karaf.start(BOOTED));
            karaf.stop();
        }
        try (Karaf karaf = Karaf.unpack(KARAF)) {
            boots.add(karaf.start(BOOTED));
            installs.add(karaf.install(ARCHIVE, "careunit", OPEN_FOR_EVENTS));
            karaf.stop();
        }
    }

    private void distribution() throws Exception {
        try (Karaf karaf = Karaf.unpack(DISTRIBUTION)) {
            karaf.start(OPEN_FOR_EVENTS);
            karaf.stop();
            restarts.add(karaf.start(OPEN_FOR_EVENTS));
            karaf.stop();
        }
    }

    private static void row(Table table, String what, List<Double> plain, List<Double> ours) {
        double peer = Duel.median(plain);
        double own = Duel.median(ours);
        table.row(what, format("%.1f", peer), format("%.1f", own), format("%.2f", own / peer));
    }

    private static String format(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
