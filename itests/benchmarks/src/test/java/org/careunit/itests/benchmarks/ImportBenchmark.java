package org.careunit.itests.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.configuration.Configurations.UnitDocument;

/** Whole configurations imported: 16 sections, 15 case types and 15 texts for each unit. */
final class ImportBenchmark {

    private static final int WARM_UP = 100;
    private static final int ALONE = 200;
    private static final int TOGETHER = 200;
    private static final int ENTRIES = 46;
    private static final String BODY = "{\"text\":\"" + "x".repeat(400) + "\"}";
    private static final String SEAL = "0".repeat(64);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final Set<String> ALL = Set.of();

    private ImportBenchmark() {}

    static void run() throws Exception {
        Table table = new Table(
                "Units imported a second, " + ENTRIES + " documents each", "what", "bare JDBC", "ours", "ratio");
        try (Database database = Database.h2()) {
            measure(table, database);
        }
        try (Database database = Database.postgres()) {
            measure(table, database);
        }
        table.print();
    }

    private static void measure(Table table, Database database) throws SQLException {
        try (Services services = new Services(database.store)) {
            List<UnitDocument> documents = FilledRegion.prepare(database, services, WARM_UP + ALONE + TOGETHER);
            documents.subList(0, WARM_UP).forEach(one -> apply(services, List.of(one)));
            double bare = rate(ALONE, () -> insert(database));
            List<UnitDocument> alone = documents.subList(WARM_UP, WARM_UP + ALONE);
            row(
                    table,
                    database,
                    "one unit a call",
                    bare,
                    rate(ALONE, () -> alone.forEach(one -> apply(services, List.of(one)))));
            List<UnitDocument> together = documents.subList(WARM_UP + ALONE, documents.size());
            row(table, database, TOGETHER + " units a call", bare, rate(TOGETHER, () -> apply(services, together)));
        }
    }

    private static void apply(Services services, List<UnitDocument> documents) {
        int saved = services.configurations
                .applyEach(FilledRegion.OPERATOR, documents, ALL)
                .differences()
                .size();
        if (saved != documents.size() * ENTRIES) {
            throw new IllegalStateException("Not all was another than before: " + saved);
        }
    }

    /** The rows of a unit's documents and of its audit trail, in batches. */
    private static void insert(Database database) throws SQLException {
        Object now = Instant.EPOCH.atOffset(ZoneOffset.UTC);
        for (int unit = 0; unit < ALONE; unit++) {
            String scope = "BARE-" + unit;
            UUID changeSet = UUID.randomUUID();
            BareRows.insert(
                    database.peer,
                    "INSERT INTO documents (scope_level, scope_id, kind, doc_key, version, state, effective_from, shape,"
                            + " change_set, body, actor, saved_at) VALUES ('BARE', ?, 'bare', ?, 1, 'PUBLISHED', ?, 1, ?, ?,"
                            + " 'bare', ?)",
                    IntStream.range(0, ENTRIES)
                            .mapToObj(entry -> new Object[] {scope, "key-" + entry, now, changeSet, BODY, now}));
            BareRows.insert(
                    database.peer,
                    "INSERT INTO audit_rows (trail_level, trail_id, number, actor, action, text, at, key_number, seal)"
                            + " VALUES ('BARE', ?, ?, 'bare', 'bare', 'bare', ?, 1, ?)",
                    IntStream.range(0, ENTRIES).mapToObj(entry -> new Object[] {scope, entry, now, SEAL}));
        }
    }

    private static void row(Table table, Database database, String how, double bare, double ours) {
        String what = database.name + ", " + how;
        table.row(what, figure(bare), figure(ours), String.format(Locale.ROOT, "%.2f", ours / bare));
    }

    private static String figure(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static double rate(int units, Work work) throws SQLException {
        long began = System.nanoTime();
        long used = CPU.getCurrentThreadCpuTime();
        work.run();
        double micros = (CPU.getCurrentThreadCpuTime() - used) / 1e3 / units;
        System.err.printf(Locale.ROOT, "... %,.0f µs of processor a unit in the caller's thread%n", micros);
        return units / ((System.nanoTime() - began) / 1e9);
    }

    private interface Work {
        void run() throws SQLException;
    }
}
