package org.careunit.itests.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.StaffReminder;

/** P5: what the services answer from memory, access rule included, beside looking it up in a map. */
final class ReadBenchmark {

    private static final int UNITS = 1_000;
    private static final int SAMPLES = 20;
    private static final int ROUNDS = 7;
    private static final int PASSES = 20;
    private static final int BATCH = 100;
    private static final long ROUND_NANOS = 300_000_000;
    private static final Actor HOST = new Actor.Host("benchmark");

    private final HsaId[] units =
            IntStream.range(0, UNITS).mapToObj(FilledRegion::unit).toArray(HsaId[]::new);
    private final Actor[] handlers = IntStream.range(0, UNITS)
            .mapToObj(unit -> new Actor.Staff(FilledRegion.staff(unit, 1)))
            .toArray(Actor[]::new);
    private final Target[] targets = Stream.of(units).map(Target.Unit::new).toArray(Target[]::new);
    private final Map<HsaId, StaffReminder> map = new ConcurrentHashMap<>();
    private final Table table = new Table(
            String.format(
                    Locale.ROOT,
                    "Reading, the access rule included: ns, %,d units with %d case types in turn (P5: 1 000)",
                    UNITS,
                    FilledRegion.TYPES),
            "what, and who asks",
            "map",
            "ours",
            "ratio");
    private final Services services;
    private final CaseTypeKey[] types;
    private Object last;

    private ReadBenchmark(Services services) {
        this.services = services;
        types = services.types.ofUnit(HOST, units[0]).stream()
                .map(UnitCaseType::key)
                .toArray(CaseTypeKey[]::new);
        List.of(units).forEach(unit -> map.put(unit, new StaffReminder(true, 3)));
    }

    static void run() throws Exception {
        Database database = Database.h2();
        try {
            FilledRegion.fill(database, UNITS, SAMPLES);
            database.store.execute("DELETE FROM documents WHERE kind = 'settings' AND doc_key = 'daily-caps'");
            database = database.reopened();
            try (Services services = new Services(database.store)) {
                new ReadBenchmark(services).measure();
            }
        } finally {
            database.close();
        }
    }

    private void measure() throws Exception {
        row("a setting, a case handler", i -> setting(handlers[i], i));
        row("a setting, the host", i -> setting(HOST, i));
        row("a case type, a case handler", i -> caseType(handlers[i], i));
        row("a case type, the host", i -> caseType(HOST, i));
        row("the terms in effect, a case handler", i -> effective(handlers[i], i));
        row("the terms in effect, the host", i -> effective(HOST, i));
        row("one's units, a case handler", i -> services.access.unitsOf(handlers[i]));
        row("a right, a case handler", i -> services.access.isPermitted(handlers[i], Operation.READ_UNIT, targets[i]));
        Search[] questions = new FindUnits(2).questions(UNITS).toArray(Search[]::new);
        Search[] inside = new FindUnits(1).questionsWithin(UNITS).toArray(Search[]::new);
        row("an offer of all case types to somebody of the area, the host", i -> offer(i, inside[i]));
        row("an offer to somebody from anywhere, with the reasons, the host", i -> offer(i, questions[i]));
        services.settings.save(
                FilledRegion.OPERATOR, units[0], new DailyCaps(OptionalInt.of(100), Map.of()), version());
        row("an offer with a daily cap, which the store counts, the host", i -> offer(0, inside[0]));
        table.print();
    }

    /** Of what {@link #run} has taken out. */
    private long version() {
        return services.settings.read(HOST, units[0], DailyCaps.class).version();
    }

    private Object setting(Actor actor, int unit) {
        return services.settings.read(actor, units[unit], StaffReminder.class);
    }

    private Object caseType(Actor actor, int unit) {
        return services.types
                .find(actor, units[unit], types[unit % types.length])
                .orElseThrow();
    }

    private Object effective(Actor actor, int unit) {
        return services.terms
                .effective(actor, units[unit], types[unit % types.length])
                .orElseThrow();
    }

    private Object offer(int unit, Search question) {
        return services.offers.offer(HOST, units[unit], question.resident(), question.at());
    }

    private void row(String what, IntFunction<Object> ours) throws Exception {
        // what is not in memory yet comes from the store, and what is not compiled yet is no figure of ours
        IntStream.range(0, PASSES * UNITS).forEach(read -> last = ours.apply(read % UNITS));
        Duel duel = Duel.of(2, ROUNDS, () -> rate(i -> map.get(units[i])), () -> rate(ours));
        table.row(what, nanos(duel.peer()), nanos(duel.ours()), String.format(Locale.ROOT, "%.0f", 1 / duel.ratio()));
    }

    private double rate(IntFunction<Object> read) {
        long began = System.nanoTime();
        long reads = 0;
        while (System.nanoTime() - began < ROUND_NANOS) {
            for (int i = 0; i < BATCH; i++) {
                last = read.apply((int) (reads++ % UNITS));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (last == null) {
            throw new IllegalStateException("Nothing was read");
        }
        return reads / seconds;
    }

    private static String nanos(double rate) {
        return String.format(Locale.ROOT, "%,.1f", 1e9 / rate);
    }
}
