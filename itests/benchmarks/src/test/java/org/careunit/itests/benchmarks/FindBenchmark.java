package org.careunit.itests.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.Actor;
import org.careunit.finding.internal.FindParts;
import org.careunit.finding.internal.FindParts.Unit;
import org.careunit.testkit.fakes.FakeAccess;

/** P4: units found for a resident, the access rule and the age included, beside other ways to find them. */
final class FindBenchmark {

    private static final Actor HOST = new Actor.Host("benchmark");
    private static final int QUESTIONS = 1_000;
    private static final long ROUND_NANOS = 200_000_000;
    private static final int REBUILDS = 7;
    private static final int ORACLE_UNITS = 1_000;
    private static final int RESIDENTS = Integer.getInteger("careunit.residents", 1_000_000);

    private final Database database;
    private final List<Search> questions = new FindUnits(2).questions(QUESTIONS);
    private long listed;

    private FindBenchmark(Database database) {
        this.database = database;
    }

    static void run() throws Exception {
        Table table =
                new Table("Finding: µs for a list of units, two rules each (P4)", "units", "peer", "ours", "ratio");
        Table memory = new Table(
                "Finding: its memory, made anew from units that are read already",
                "units",
                "heap with the units, MB",
                "heap without them, MB",
                "ms");
        Table oracle = new Table("Finding: wrong answers (P4)", "units, random residents", "limit", "ours", "ratio");
        try (Database h2 = Database.h2()) {
            FindBenchmark benchmark = new FindBenchmark(h2);
            for (int units : List.of(1_000, 5_000, 10_000, 100_000)) {
                benchmark.compare(table, new FindUnits(1).units(units));
            }
            for (int units : List.of(10_000, 100_000)) {
                benchmark.weigh(memory, units);
            }
            benchmark.doubt(oracle);
        }
        table.print();
        memory.print();
        oracle.print();
    }

    private void compare(Table table, List<Unit> units) throws Exception {
        UnitFinder finder =
                FindParts.of(database.store, FakeAccess.everybody(), units).finder();
        FindPeer ours = search -> finder.find(HOST, search);
        try (FindPeers.Sql sql = new FindPeers.Sql(database, units)) {
            row(table, units.size(), "scan of all rules", new FindPeers.Scan(units), ours);
            row(table, units.size(), "RoaringBitmap", new FindPeers.Roaring(units), ours);
            row(table, units.size(), "SQL with an index, H2", sql, ours);
        }
    }

    private void doubt(Table table) throws Exception {
        List<Unit> units = new FindUnits(1).units(ORACLE_UNITS);
        UnitFinder finder =
                FindParts.of(database.store, FakeAccess.everybody(), units).finder();
        int wrong = new FindOracle(units).wrong(search -> finder.find(HOST, search), RESIDENTS);
        table.row(String.format(Locale.ROOT, "%,d, %,d", ORACLE_UNITS, RESIDENTS), "0", Integer.toString(wrong), "");
    }

    private void row(Table table, int units, String name, FindPeer peer, FindPeer ours) throws Exception {
        long ids = 0;
        for (Search question : questions) {
            if (!peer.find(question).equals(ours.find(question))) {
                throw new IllegalStateException(name + " and ours do not agree");
            }
            ids += ours.find(question).size();
        }
        Duel duel = Duel.of(3, 5, () -> rate(peer), () -> rate(ours));
        table.row(
                String.format(Locale.ROOT, "%,d (%,d in a list); %s", units, ids / QUESTIONS, name),
                String.format(Locale.ROOT, "%,.2f", 1e6 / duel.peer()),
                String.format(Locale.ROOT, "%,.2f", 1e6 / duel.ours()),
                String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", duel.ratio(), duel.lowest(), duel.highest()));
    }

    private double rate(FindPeer one) throws Exception {
        long begin = System.nanoTime();
        long asked = 0;
        while (System.nanoTime() - begin < ROUND_NANOS) {
            for (int i = 0; i < 10; i++) {
                listed += one.find(questions.get((int) (asked++ % QUESTIONS))).size();
            }
        }
        if (listed == 0) {
            throw new IllegalStateException("Nothing was found");
        }
        return asked / ((System.nanoTime() - begin) / 1e9);
    }

    private void weigh(Table table, int count) {
        double empty = Heap.usedMegabytes();
        List<Unit> units = new FindUnits(1).units(count);
        double read = Heap.usedMegabytes();
        List<Double> millis = new ArrayList<>();
        FindParts parts = null;
        for (int i = 0; i < REBUILDS; i++) {
            if (parts != null) {
                parts.close();
            }
            parts = FindParts.of(database.store, FakeAccess.everybody(), units);
            millis.add(parts.rebuildMillis());
        }
        double made = Heap.usedMegabytes();
        listed += parts.finder().find(HOST, questions.get(0)).size() + units.size();
        parts.close();
        table.row(
                String.format(Locale.ROOT, "%,d", count),
                String.format(Locale.ROOT, "%.1f", made - empty),
                String.format(Locale.ROOT, "%.1f", made - read),
                String.format(Locale.ROOT, "%.1f", Duel.median(millis)));
    }
}
