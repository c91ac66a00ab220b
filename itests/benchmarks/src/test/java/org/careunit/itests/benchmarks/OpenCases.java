package org.careunit.itests.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.units.CareUnit;
import org.careunit.notifications.internal.ClockParts;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredProgress;

/**
 * Open cases with running clocks on PostgreSQL, a thousand to each unit, filled past the services; each tenth unit is
 * of another region.
 */
final class OpenCases {

    static final int OF_A_UNIT = 1_000;

    /** So many staff of a unit share its cases. */
    static final int HANDLERS = 10;

    static final CountyCode REGION = new CountyCode("01");
    static final CountyCode CHANGED = new CountyCode("03");

    /** Has no cases in the beginning. */
    static final HsaId NEWS = new HsaId("SE1111111111-NEWS");

    static final String UNIT = "SE1111111111-U";
    static final Actor OPERATOR = new Actor.Operator("benchmark");

    /** So many rows a statement: a statement may not take longer than the store's patience. */
    private static final int AT_ONCE = 20_000;

    private static final String HANDLER = "SE1111111111-H";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String EPOCH = "'1970-01-01T00:00:00Z'";

    final int cases;
    final int units;
    private final Database database;

    OpenCases(Database database, int cases) {
        this.database = database;
        this.cases = cases;
        units = cases / OF_A_UNIT;
    }

    static HsaId unit(int number) {
        return new HsaId(UNIT + number);
    }

    CaseRef subject(int number) {
        return new CaseRef(unit(number / OF_A_UNIT), "case-" + number);
    }

    private CountyCode region(int unit) {
        return unit % 10 == 0 ? CHANGED : REGION;
    }

    List<HsaId> ofChangedRegion() {
        return IntStream.range(0, units)
                .filter(unit -> region(unit).equals(CHANGED))
                .mapToObj(OpenCases::unit)
                .toList();
    }

    /** Registers the units, before anything is asked about them. */
    void register(Services services) {
        database.store.transactions().run(() -> {
            IntStream.range(0, units).forEach(number -> register(unit(number), region(number)));
            register(NEWS, REGION);
        });
        services.settings.save(
                OPERATOR, NEWS, new EmailNotification(true, List.of(new EmailAddress("unit@example.org"))), 0);
        int handlers = units * HANDLERS - 1;
        database.store.execute("INSERT INTO accounts (staff, made_by, made_at) SELECT '" + HANDLER
                + "' || n, 'benchmark', " + EPOCH + " FROM generate_series(0, " + handlers + ") n");
        database.store.execute(
                "INSERT INTO grants (scope_level, scope_id, staff, permission, granted_by, granted_at) SELECT 'UNIT', '"
                        + UNIT + "' || n / " + HANDLERS + ", '" + HANDLER + "' || n, 'CASE_HANDLER', 'benchmark', "
                        + EPOCH + " FROM generate_series(0, " + handlers + ") n");
    }

    private void register(HsaId unit, CountyCode region) {
        database.store.units().add(new CareUnit(unit, region, "Mottagning", CareUnit.State.OPEN));
    }

    /** Half of the cases came in yesterday, the others today. */
    void fill(ClockParts parts) {
        Instant today = parts.now().minusSeconds(1_800);
        Instant yesterday = today.minus(DAY);
        String days = "(VALUES (0, " + literal(today) + ", " + literal(due(parts, today)) + "), (1, "
                + literal(yesterday) + ", " + literal(due(parts, yesterday)) + ")) days (day, t, due)";
        for (int from = 0; from < cases; from += AT_ONCE) {
            fill(from, Math.min(cases, from + AT_ONCE), days);
        }
        IntStream.range(0, units).forEach(number -> parts.calculated(unit(number)));
        parts.calculated(NEWS);
        database.store.execute("ANALYZE");
    }

    private void fill(int from, int to, String days) {
        String handler = "'" + HANDLER + "' || (n / " + OF_A_UNIT + " * " + HANDLERS + " + n % " + HANDLERS + ")";
        database.store.execute("INSERT INTO cases (unit, case_id, phase, case_type, received_at, handler, staff_due,"
                + " last_occurred_at, last_event_id, round, round_started_at, running) SELECT '" + UNIT + "' || n / "
                + OF_A_UNIT + ", 'case-' || n, 'OPEN', 'kontakta-mig', t, " + handler
                + ", due, t, 'event-' || n, 1, t, TRUE FROM generate_series(" + from + ", " + (to - 1) + ") n JOIN "
                + days + " ON day = n % 2");
    }

    private static Instant due(ClockParts parts, Instant received) {
        return parts.staffDue(new StoredCase(
                new CaseRef(unit(0), "example"),
                StoredCase.Phase.OPEN,
                Optional.of(new CaseTypeKey("kontakta-mig")),
                Optional.of(received),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new StoredProgress(
                        1,
                        Optional.of(received),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Set.of(),
                        List.of(),
                        true)));
    }

    private static String literal(Instant instant) {
        return "TIMESTAMP WITH TIME ZONE '" + instant.atOffset(ZoneOffset.UTC) + "'";
    }

    /**
     * Has the cases with certain numbers, the same in each of some units, fall due at one instant: that of the commit.
     */
    void makeDue(ClockParts parts, int fromUnit, int toUnit, int fromCase, int toCase) {
        String longAgo = literal(parts.now().minus(WEEK));
        database.store.execute("UPDATE cases SET received_at = " + longAgo + ", round_started_at = " + longAgo
                + ", staff_due = " + longAgo + " FROM generate_series(" + fromUnit + ", " + (toUnit - 1)
                + ") u CROSS JOIN generate_series(" + fromCase + ", " + (toCase - 1) + ") c WHERE unit = '" + UNIT
                + "' || u AND case_id = 'case-' || (u * " + OF_A_UNIT + " + c)");
    }

    /** The same rows by bare SQL: each of the other region's cases is due a second later. Says how many. */
    int update() throws SQLException {
        try (Connection connection = database.peer.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                    "UPDATE cases SET staff_due = staff_due + INTERVAL '1 second' WHERE unit IN (SELECT '" + UNIT
                            + "' || n FROM generate_series(0, " + (units - 1) + ", 10) n)");
        }
    }
}
