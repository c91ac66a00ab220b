package org.careunit.itests.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.KeptSettings;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.internal.TestStore;

/** Reading a setting by the service, access rule included, beside looking it up in a map. */
final class ReadBenchmark {

    private static final int UNITS = 1_000;
    private static final int ROUNDS = 7;
    private static final int READS = 2_000_000;

    private long sum;

    private ReadBenchmark() {}

    static void run() throws Exception {
        Table table = new Table(
                "P5: reading a setting, in ns, " + UNITS + " units in turn (limit 1 000 ns)",
                "who asks",
                "map",
                "ours",
                "ratio");
        try (Database h2 = Database.h2()) {
            ReadBenchmark benchmark = new ReadBenchmark();
            UnitSettings settings = fill(h2.store);
            benchmark.row(table, "a case handler of the unit", settings, unit -> new Actor.Staff(staff(unit)));
            benchmark.row(table, "the host", settings, unit -> new Actor.Host("benchmark"));
        }
        table.print();
    }

    private static UnitSettings fill(TestStore store) {
        Actor operator = new Actor.Operator("benchmark");
        AccessComponent access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        KeptSettings kept = new KeptSettings(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        UnitSettings settings = new UnitSettingsComponent(access, kept);
        for (int i = 0; i < UNITS; i++) {
            store.units().add(new CareUnit(unit(i), new CountyCode("01"), "Mottagning " + i, CareUnit.State.OPEN));
            access.assign(operator, unit(i), staff(i), Set.of(Permission.CASE_HANDLER));
            settings.save(operator, unit(i), new StaffReminder(true, 1 + i % 5), 0);
        }
        return settings;
    }

    private static HsaId unit(int number) {
        return new HsaId("SE1111111111-UNIT" + number);
    }

    private static HsaId staff(int number) {
        return new HsaId("SE1111111111-STAFF" + number);
    }

    private void row(Table table, String who, UnitSettings settings, IntFunction<Actor> actors) {
        HsaId[] units = IntStream.range(0, UNITS).mapToObj(ReadBenchmark::unit).toArray(HsaId[]::new);
        Actor[] asking = IntStream.range(0, UNITS).mapToObj(actors).toArray(Actor[]::new);
        Map<HsaId, StaffReminder> map = new ConcurrentHashMap<>();
        for (HsaId unit : units) {
            map.put(unit, new StaffReminder(true, 3));
        }
        double[] peer = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            peer[round] = nanos(i -> map.get(units[i]).workingDays());
            ours[round] = nanos(i -> settings.read(asking[i], units[i], StaffReminder.class)
                    .section()
                    .workingDays());
        }
        double mapNanos = median(peer);
        double ourNanos = median(ours);
        table.row(who, shown(mapNanos), shown(ourNanos), shown(ourNanos / mapNanos));
    }

    private double nanos(java.util.function.IntUnaryOperator read) {
        long began = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            sum += read.applyAsInt(i % UNITS);
        }
        return (System.nanoTime() - began) / (double) READS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
