package org.careunit.itests.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
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
                "Reading a setting, the access rule included: ns, " + UNITS + " units in turn (P5)",
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

    private void row(Table table, String who, UnitSettings settings, IntFunction<Actor> actors) throws Exception {
        HsaId[] units = IntStream.range(0, UNITS).mapToObj(ReadBenchmark::unit).toArray(HsaId[]::new);
        Actor[] asking = IntStream.range(0, UNITS).mapToObj(actors).toArray(Actor[]::new);
        Map<HsaId, StaffReminder> map = new ConcurrentHashMap<>();
        for (HsaId unit : units) {
            map.put(unit, new StaffReminder(true, 3));
        }
        Duel duel = Duel.of(
                2,
                ROUNDS,
                () -> rate(i -> map.get(units[i]).workingDays()),
                () -> rate(i -> settings.read(asking[i], units[i], StaffReminder.class)
                        .section()
                        .workingDays()));
        table.row(who, nanos(duel.peer()), nanos(duel.ours()), String.format(Locale.ROOT, "%.0f", 1 / duel.ratio()));
    }

    private double rate(IntUnaryOperator read) {
        long began = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            sum += read.applyAsInt(i % UNITS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (sum == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return READS / seconds;
    }

    private static String nanos(double rate) {
        return String.format(Locale.ROOT, "%.1f", 1e9 / rate);
    }
}
