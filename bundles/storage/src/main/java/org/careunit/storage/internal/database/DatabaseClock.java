package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Clock that follows the database's time, so that all nodes agree on what is due and which node is dead, whatever their
 * own clocks say. The time is read from the database at intervals and advanced in between by this machine's monotonic
 * timer.
 */
public final class DatabaseClock extends Clock {

    /** If an answer takes longer than this, its time is too inexact to be used. */
    private static final Duration LATE = Duration.ofMillis(200);

    private final DataSource pool;
    private volatile Reading reading;

    public DatabaseClock(DataSource pool) throws SQLException {
        this.pool = pool;
        this.reading = read();
    }

    /** Reads the database's time anew; keeps the last reading if that fails, or if the answer comes late. */
    public void synchronise() throws SQLException {
        Reading fresh = read();
        if (fresh.took.compareTo(LATE) <= 0) {
            reading = fresh;
        }
    }

    @Override
    public Instant instant() {
        Reading last = reading;
        return last.instant.plusNanos(System.nanoTime() - last.nanos).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException(
                "The database's clock speaks UTC; calendar rules choose their own zone");
    }

    /**
     * Assumes that the time was read midway between request and answer, so a slow network shifts it by at most half its
     * delay.
     */
    private Reading read() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            long asked = System.nanoTime();
            try (ResultSet row = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
                row.next();
                long took = System.nanoTime() - asked;
                return new Reading(
                        row.getObject(1, OffsetDateTime.class).toInstant(), asked + took / 2, Duration.ofNanos(took));
            }
        }
    }

    private record Reading(Instant instant, long nanos, Duration took) {}
}
