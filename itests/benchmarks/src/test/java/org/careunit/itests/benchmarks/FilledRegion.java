package org.careunit.itests.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.SectionState;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.CareUnit;
import org.careunit.finding.internal.FindParts.Unit;
import org.careunit.itests.benchmarks.UnitDocuments.RegionType;

/**
 * A region whose units have everything set. Some are filled through the services; the rows of the others are copied
 * from theirs in the database, but for catchment areas, which are each unit's own.
 */
final class FilledRegion {

    static final CountyCode CODE = new CountyCode("01");
    static final Actor OPERATOR = new Actor.Operator("benchmark");
    static final int TYPES = 15;
    static final int STAFF = 5;
    static final int APPROVALS = 5;

    private static final int ONE_IN_TWENTY = 20;
    private static final String BY = "operator:benchmark";
    private static final Set<String> ALL = Set.of();

    private final Database database;
    private final Services services;
    private final int count;
    private final int samples;

    private FilledRegion(Database database, Services services, int count, int samples) {
        this.database = database;
        this.services = services;
        this.count = count;
        this.samples = Math.min(count, samples);
    }

    /**
     * Fills an empty store; a node that was open meanwhile does not know of all of it.
     *
     * @return how many units a second were filled through the services
     */
    static double fill(Database database, int count, int samples) throws SQLException {
        try (Services services = new Services(database.store)) {
            return new FilledRegion(database, services, count, samples).fill();
        }
    }

    /**
     * Prepares an empty store for imports: types and texts of the region, and units that have saved nothing.
     *
     * @return a whole configuration for each unit, with all texts its own
     */
    static List<UnitDocument> prepare(Database database, Services services, int count) {
        UnitDocuments documents = new FilledRegion(database, services, count, 0).documents(1);
        List<Unit> areas = new FindUnits(1).units(count);
        return IntStream.range(0, count)
                .mapToObj(number -> new UnitDocument(
                        unit(number), documents.of(number, areas.get(number).area())))
                .toList();
    }

    private UnitDocuments documents(int ownTextEvery) {
        List<RegionType> types = catalogue().stream().map(this::publish).toList();
        database.store.transactions().run(this::register);
        List<SectionState> sections = services.settings.sections(OPERATOR, unit(0));
        return new UnitDocuments(sections, services.settings, types, ownTextEvery);
    }

    static HsaId unit(int number) {
        return new HsaId("SE1111111111-U" + number);
    }

    static StaffId staff(int unit, int number) {
        return new StaffId("SE1111111111-S" + unit + "N" + number);
    }

    private double fill() throws SQLException {
        UnitDocuments documents = documents(ONE_IN_TWENTY);
        List<Unit> areas = new FindUnits(1).units(count);
        long began = System.nanoTime();
        for (int number = 0; number < samples; number++) {
            services.configurations.apply(
                    OPERATOR,
                    List.of(unit(number)),
                    documents.of(number, areas.get(number).area()),
                    ALL);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        copy();
        batch(
                "UPDATE documents SET body = ? WHERE scope_level = 'UNIT' AND scope_id = ? AND kind = 'settings'"
                        + " AND doc_key = 'catchment-area'",
                IntStream.range(samples, count)
                        .mapToObj(number -> area(number, areas.get(number).area())));
        staff();
        approvals();
        database.store.execute("ANALYZE");
        return samples / seconds;
    }

    private Object[] area(int number, CatchmentArea area) {
        return new Object[] {services.settings.write(area), unit(number).value()};
    }

    private void register() {
        for (int number = 0; number < count; number++) {
            database.store.units().add(new CareUnit(unit(number), CODE, "Mottagning " + number, CareUnit.State.OPEN));
        }
    }

    /** The default set and a few more, each with a handling time. */
    private List<CentralType> catalogue() {
        List<Versioned<CentralType>> listed = services.catalogue.types(OPERATOR, CODE);
        List<CentralType> types = new ArrayList<>(listed.stream()
                .map(Versioned::content)
                .map(FilledRegion::promised)
                .toList());
        for (int more = types.size(); more < TYPES; more++) {
            CentralType first = types.get(0);
            types.add(new CentralType(
                    new CaseTypeKey("regionens-" + more),
                    "Regionens " + more,
                    true,
                    first.settings(),
                    first.fixedReplies(),
                    Set.of()));
        }
        types.forEach(type -> services.catalogue.save(OPERATOR, CODE, type, 0));
        return types;
    }

    private static CentralType promised(CentralType type) {
        TypeSettings said = type.settings();
        TypeSettings settings = new TypeSettings(
                said.description(),
                OptionalInt.of(3),
                said.firstReplyDays(),
                said.attachments(),
                said.limits(),
                said.standardReplies(),
                said.repliesEditable());
        return new CentralType(type.key(), type.name(), true, settings, type.fixedReplies(), type.locked());
    }

    /** Publishes the shipped terms with their placeholders replaced, as a region would. */
    private RegionType publish(CentralType type) {
        TermsText text = services.regionTerms
                .draft(OPERATOR, CODE, type.key())
                .content()
                .text()
                .or(() -> services.regionTerms
                        .draft(OPERATOR, CODE, new CaseTypeKey("boka-tid"))
                        .content()
                        .text())
                .orElseThrow();
        List<TermsPoint> points = text.points().stream()
                .map(point -> new TermsPoint(point.id(), replaced(point.text())))
                .toList();
        Versioned<TermsDraft> draft =
                services.regionTerms.saveDraft(OPERATOR, CODE, type.key(), new TermsText(points), 0);
        services.regionTerms.publish(OPERATOR, CODE, type.key(), draft.version());
        return new RegionType(
                type.key().value(), points.stream().map(TermsPoint::id).toList());
    }

    private static String replaced(String text) {
        return text.replace("X arbetsdagar", TermsPoint.HANDLING_DAYS + " arbetsdagar")
                .replace("XX-kliniken", TermsPoint.UNIT_NAME)
                .replaceAll("X{2,}[X -]*X", "08-123 45 67")
                .replaceAll("\\bX+\\b", "24");
    }

    private void copy() throws SQLException {
        database.store.execute("CREATE TABLE copies (unit varchar(31) PRIMARY KEY, sample varchar(31))");
        batch(
                "INSERT INTO copies VALUES (?, ?)",
                IntStream.range(samples, count).mapToObj(number -> new Object[] {
                    unit(number).value(), unit(number % samples).value()
                }));
        database.store.execute("INSERT INTO documents (scope_level, scope_id, kind, doc_key, version, state,"
                + " effective_from, parent_version, shape, body, actor, saved_at)"
                + " SELECT d.scope_level, c.unit, d.kind, d.doc_key, d.version, d.state, d.effective_from,"
                + " d.parent_version, d.shape, d.body, d.actor, d.saved_at FROM copies c"
                + " JOIN documents d ON d.scope_level = 'UNIT' AND d.scope_id = c.sample");
        database.store.execute("DROP TABLE copies");
    }

    /** One administrator, who also may give permissions, two receivers and two handlers; accounts and grants. */
    private void staff() throws SQLException {
        Object now = now();
        batch(
                "INSERT INTO accounts (staff, made_by, made_at) VALUES (?, ?, ?)",
                perUnit(
                        STAFF,
                        unit -> number -> new Object[] {staff(unit, number).value(), BY, now}));
        batch(
                "INSERT INTO grants (scope_level, scope_id, staff, permission, granted_by, granted_at)"
                        + " VALUES ('UNIT', ?, ?, ?, ?, ?)",
                perUnit(
                        STAFF,
                        unit -> number -> new Object[] {
                            unit(unit).value(),
                            staff(unit, number).value(),
                            permission(number).name(),
                            BY,
                            now
                        }));
    }

    static Permission permission(int number) {
        if (number == 0) {
            return Permission.UNIT_ADMINISTRATOR;
        }
        return number % 2 == 0 ? Permission.CASE_RECEIVER : Permission.CASE_HANDLER;
    }

    private void approvals() throws SQLException {
        Object now = now();
        batch(
                "INSERT INTO approvals (unit, resident, approved_by, approved_at) VALUES (?, ?, ?, ?)",
                perUnit(
                        APPROVALS,
                        unit -> number -> new Object[] {
                            unit(unit).value(), String.format("%064x", (long) unit * APPROVALS + number), BY, now
                        }));
    }

    private Stream<Object[]> perUnit(int each, IntFunction<IntFunction<Object[]>> row) {
        return IntStream.range(0, count).boxed().flatMap(unit -> IntStream.range(0, each)
                .mapToObj(row.apply(unit)));
    }

    private static Object now() {
        return Instant.EPOCH.atOffset(ZoneOffset.UTC);
    }

    private void batch(String statement, Stream<Object[]> rows) throws SQLException {
        BareRows.insert(database.peer, statement, rows);
    }
}
