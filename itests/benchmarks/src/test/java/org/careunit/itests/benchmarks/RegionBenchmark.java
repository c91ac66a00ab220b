package org.careunit.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.StaffReminder;
import org.careunit.finding.internal.FindParts;
import org.careunit.finding.internal.index.StoredUnits;

/**
 * A whole region with everything set: what it takes of the heap, of the start, and of those who change all of it at
 * once.
 */
final class RegionBenchmark {

    private static final int UNITS = Integer.getInteger("careunit.units", 10_000);
    private static final int SAMPLES = 200;
    private static final Set<String> ALL = Set.of();
    private static final String BY = "operator:benchmark";
    private static final String BODY = "{\"on\":true,\"workingDays\":9}";
    private static final String SEAL = "0".repeat(64);
    private static final String CHANGE = "{\"format\":1,\"settings\":{\"staff-reminder\":" + BODY
            + "},\"case-type\":{\"boka-tid\":{\"active\":true,\"settings\":{\"handlingDays\":9}}}}";
    private static final Actor HOST = new Actor.Host("benchmark");

    private final Table table;
    private Database database;

    private RegionBenchmark(Table table, Database database) {
        this.table = table;
        this.database = database;
    }

    static void run() throws Exception {
        measure(Database.h2());
        measure(Database.postgres());
    }

    private static void measure(Database empty) throws Exception {
        Table table = new Table(
                String.format(
                        Locale.ROOT,
                        "A region of %,d units on %s: 16 sections, %d staff, %d approved residents and %d case types each",
                        UNITS,
                        empty.name,
                        FilledRegion.STAFF,
                        FilledRegion.APPROVALS,
                        FilledRegion.TYPES),
                "what",
                "peer",
                "ours",
                "ratio");
        RegionBenchmark benchmark = new RegionBenchmark(table, empty);
        try {
            benchmark.fill();
            benchmark.start();
            benchmark.weigh();
            benchmark.change();
        } finally {
            benchmark.database.close();
        }
        table.print();
    }

    private void fill() throws SQLException {
        row("filled through the services, units/s", "%.1f", FilledRegion.fill(database, UNITS, SAMPLES));
    }

    /** With the database's own memory empty, and ours. */
    private void start() throws SQLException {
        long began = System.nanoTime();
        database = database.reopened();
        row("from opening the store, ms: it is open", "%,.0f", millis(began));
        try (Services services = new Services(database.store)) {
            Search question = new FindUnits(2).questions(1).get(0);
            HsaId unit = FilledRegion.unit(0);
            Actor handler = new Actor.Staff(FilledRegion.staff(0, 1));
            services.settings.read(handler, unit, StaffReminder.class);
            row("… a case handler has read a setting", "%,.0f", millis(began));
            services.finder.find(HOST, search(question));
            row("… a resident has found units", "%,.0f", millis(began));
            services.offers.offer(HOST, unit, question.resident(), question.at());
            row("… and has an offer", "%,.0f", millis(began));
            services.terms.effective(
                    HOST, unit, services.types.ofUnit(HOST, unit).get(0).key());
            row("… and the terms", "%,.0f", millis(began));
        }
        StoredUnits units = Services.units(database.store);
        row(
                "the finder's index made anew, ms, units read from the store",
                "%,.0f",
                FindParts.rebuildMillis(database.store, units));
        row("… units in memory", "%,.0f", FindParts.rebuildMillis(database.store, units));
    }

    private static Search search(Search question) {
        return Search.all(question.resident(), question.at());
    }

    /** By a second node: by then the database's own memory is full, which we do not ask for. */
    private void weigh() throws SQLException {
        row("everything read, s", "%,.1f", readEverything() / 1_000);
        database = database.withNewNode();
        double idle = Heap.usedMegabytes();
        try (Services services = new Services(database.store)) {
            double read = weigh("settings, and the finder's index and approvals", idle, () -> settings(services));
            read = weigh("case types", read, () -> types(services));
            read = weigh("terms", read, () -> terms(services));
            read = weigh("what staff may", read, () -> staff(services));
            row("all of it: heap over idle, MB", "%,.1f", read - idle);
        }
    }

    private double readEverything() {
        long began = System.nanoTime();
        try (Services services = new Services(database.store)) {
            Stream.of(settings(services), types(services), terms(services), staff(services))
                    .forEach(RegionBenchmark::readAll);
        }
        return millis(began);
    }

    /** What is read of one unit, one after the other. */
    private record Reads(int each, IntConsumer ofUnit) {}

    private static void readAll(Reads reads) {
        IntStream.range(0, UNITS).forEach(reads.ofUnit());
    }

    /** Says what is in use of the heap after it. */
    private double weigh(String what, double before, Supplier<Reads> made) {
        Reads reads = made.get();
        readAll(reads);
        double after = Heap.usedMegabytes();
        row(what + ": heap, MB", "%,.1f", after - before);
        long began = System.nanoTime();
        readAll(reads);
        double micros = millis(began) * 1_000 / UNITS / reads.each();
        table.row("… read again, µs each", "1", String.format(Locale.ROOT, "%,.2f", micros), ratio(micros));
        return after;
    }

    private static Reads settings(Services services) {
        List<Class<? extends Section>> sections = services.settings.sections(HOST, FilledRegion.unit(0)).stream()
                .<Class<? extends Section>>map(SectionState::type)
                .toList();
        services.finder.find(HOST, search(new FindUnits(2).questions(1).get(0)));
        return new Reads(
                sections.size(),
                unit -> sections.forEach(section -> services.settings.read(HOST, FilledRegion.unit(unit), section)));
    }

    private static Reads types(Services services) {
        return new Reads(1, unit -> services.types.ofUnit(HOST, FilledRegion.unit(unit)));
    }

    private static Reads terms(Services services) {
        List<CaseTypeKey> types = services.types.ofUnit(HOST, FilledRegion.unit(0)).stream()
                .map(UnitCaseType::key)
                .toList();
        return new Reads(
                types.size(),
                unit -> types.forEach(type -> services.terms.effective(HOST, FilledRegion.unit(unit), type)));
    }

    private static Reads staff(Services services) {
        return new Reads(FilledRegion.STAFF, unit -> IntStream.range(0, FilledRegion.STAFF)
                .forEach(number -> services.access.require(
                        new Actor.Staff(FilledRegion.staff(unit, number)),
                        Operation.READ_UNIT,
                        new Target.Unit(FilledRegion.unit(unit)))));
    }

    private void change() throws SQLException {
        List<HsaId> units =
                IntStream.range(0, UNITS).mapToObj(FilledRegion::unit).toList();
        try (Services services = new Services(database.store)) {
            Configurations configurations = services.configurations;
            rate(
                    "all exported",
                    "their rows selected, bare JDBC",
                    this::select,
                    () -> units.forEach(unit -> configurations.export(FilledRegion.OPERATOR, unit)));
            Work insert = this::insert;
            rate(
                    "a change of two documents each, dry run",
                    "as many rows inserted, bare JDBC",
                    insert,
                    () -> configurations.dryRun(FilledRegion.OPERATOR, units, CHANGE, ALL));
            AtomicReference<UUID> changeSet = new AtomicReference<>();
            rate(
                    "… applied as one change set",
                    "",
                    insert,
                    () -> changeSet.set(configurations
                            .apply(FilledRegion.OPERATOR, units, CHANGE, ALL)
                            .changeSet()
                            .orElseThrow()));
            long began = System.nanoTime();
            units.forEach(unit -> services.settings.read(HOST, unit, StaffReminder.class));
            row("… the changed section of all units read after it, ms", "%,.0f", millis(began));
            rate("… taken back", "", insert, () -> configurations.undo(FilledRegion.OPERATOR, changeSet.get()));
        }
    }

    private void rate(String what, String peerWhat, Work peer, Work ours) throws SQLException {
        double bare = UNITS / seconds(peer);
        double seconds = seconds(ours);
        table.row(
                what + ", units/s" + (peerWhat.isEmpty() ? "" : "; " + peerWhat),
                String.format(Locale.ROOT, "%,.0f", bare),
                String.format(Locale.ROOT, "%,.0f (%,.1f s)", UNITS / seconds, seconds),
                ratio(UNITS / seconds / bare));
    }

    private static double seconds(Work work) throws SQLException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void select() throws SQLException {
        try (Connection connection = database.peer.getConnection();
                PreparedStatement documents = connection.prepareStatement(
                        "SELECT kind, doc_key, body FROM documents WHERE scope_level = 'UNIT' AND scope_id = ?")) {
            for (int unit = 0; unit < UNITS; unit++) {
                documents.setString(1, FilledRegion.unit(unit).value());
                try (ResultSet rows = documents.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("body");
                    }
                }
            }
        }
    }

    /** Two documents and two rows of the audit trail for each unit, where nobody reads them. */
    private void insert() throws SQLException {
        String run = Long.toString(System.nanoTime());
        Object now = Instant.EPOCH.atOffset(ZoneOffset.UTC);
        UUID changeSet = UUID.randomUUID();
        BareRows.insert(
                database.peer,
                "INSERT INTO documents (scope_level, scope_id, kind, doc_key, version, state, effective_from, shape,"
                        + " change_set, body, actor, saved_at) VALUES ('BARE', ?, ?, ?, 1, 'PUBLISHED', ?, 1, ?, ?, ?, ?)",
                rows(unit -> number -> new Object[] {unit, run, "key-" + number, now, changeSet, BODY, BY, now}));
        BareRows.insert(
                database.peer,
                "INSERT INTO audit_rows (trail_level, trail_id, number, actor, action, text, at, key_number, seal)"
                        + " VALUES ('BARE', ?, ?, ?, 'settings.import', ?, ?, 1, ?)",
                rows(unit -> number -> new Object[] {
                    unit + run.hashCode(), number, BY, "staff-reminder: version 2, change set " + changeSet, now, SEAL
                }));
    }

    private static Stream<Object[]> rows(Function<String, IntFunction<Object[]>> row) {
        return IntStream.range(0, UNITS).boxed().flatMap(unit -> IntStream.range(0, 2)
                .mapToObj(row.apply(FilledRegion.unit(unit).value())));
    }

    private void row(String what, String form, double value) {
        table.row(what, "", String.format(Locale.ROOT, form, value), "");
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
