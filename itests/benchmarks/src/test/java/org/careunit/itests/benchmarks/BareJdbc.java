package org.careunit.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.careunit.api.events.CaseChange.Received;
import org.careunit.api.events.PlatformEvent.CaseEvent;

/** Writes the rows that the intake of a received case makes, and does nothing else. */
final class BareJdbc {

    private static final String EVENTS =
            "INSERT INTO events (event_id, type, unit, case_id, sequence_number, occurred_at, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String CASES =
            "INSERT INTO cases (phase, case_type, received_at, handler, staff_due, resident_due, closed_at,"
                    + " last_sequence, last_occurred_at, last_event_id, unit, case_id, round, round_started_at,"
                    + " resident_done, running) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String JOBS =
            "INSERT INTO job_queue (id, lane, state, turn, due, since, failures, payload, share, recurring, token,"
                    + " rerun, stop) VALUES (?, 'follow-up|*', 'READY', ?, ?, ?, 0, ?, ?, FALSE, 0, FALSE, FALSE)";

    private final DataSource pool;

    BareJdbc(DataSource pool) {
        this.pool = pool;
    }

    void insert(List<CaseEvent> events) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, EVENTS, events, BareJdbc::event);
            insert(connection, CASES, events, BareJdbc::ofCase);
            insert(connection, JOBS, events, event -> job(event, now));
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void insert(
            Connection connection, String statement, List<CaseEvent> events, Function<CaseEvent, Object[]> row)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (CaseEvent event : events) {
                Object[] values = row.apply(event);
                for (int i = 0; i < values.length; i++) {
                    prepared.setObject(i + 1, values[i]);
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private static Object[] event(CaseEvent event) {
        String id = event.id().value();
        String unit = event.subject().unit().value();
        String number = event.subject().id();
        String body = "{\"id\":\"" + id + "\",\"type\":\"case-received\",\"occurredAt\":\"" + event.occurredAt()
                + "\",\"unit\":\"" + unit + "\",\"case\":\"" + number + "\",\"caseType\":\"" + caseType(event)
                + "\"}";
        return new Object[] {id, "case-received", unit, number, null, utc(event.occurredAt()), body};
    }

    private static Object[] ofCase(CaseEvent event) {
        OffsetDateTime at = utc(event.occurredAt());
        return new Object[] {
            "OPEN",
            caseType(event),
            at,
            null,
            null,
            null,
            null,
            null,
            at,
            event.id().value(),
            event.subject().unit().value(),
            event.subject().id(),
            1,
            at,
            false,
            true
        };
    }

    private static Object[] job(CaseEvent event, Instant now) {
        String id = event.id().value();
        OffsetDateTime due = utc(now);
        return new Object[] {
            "follow-up|*|" + id, due, due, due, id, event.subject().unit().value()
        };
    }

    private static String caseType(CaseEvent event) {
        return ((Received) event.change()).caseType().value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
