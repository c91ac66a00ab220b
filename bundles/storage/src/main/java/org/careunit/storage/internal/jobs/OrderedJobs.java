package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.jobs.JobId;

/**
 * Jobs of one order run one after the other: all but the first are HELD. A row for each order counts its jobs and is
 * locked by whoever adds one or ends one, before they touch the jobs themselves.
 */
final class OrderedJobs {

    private final Sql sql;
    private final Clock clock;
    private final Consumer<String> ready;

    /** @param ready given the lane of a job that may start, within the transaction that lets it */
    OrderedJobs(Sql sql, Clock clock, Consumer<String> ready) {
        this.sql = sql;
        this.clock = clock;
        this.ready = ready;
    }

    /** Locks an order until the end of the transaction and says the number of its next job. */
    long nextNumber(String order) {
        Optional<Long> last = lock(order);
        while (last.isEmpty()) {
            sql.update("INSERT INTO job_orders (order_key, last_number) VALUES (?, 0) ON CONFLICT DO NOTHING", order);
            last = lock(order);
        }
        sql.update("UPDATE job_orders SET last_number = ? WHERE order_key = ?", last.get() + 1, order);
        return last.get() + 1;
    }

    /** Locks an order until the end of the transaction; empty if it has no jobs. */
    Optional<Long> lock(String order) {
        return sql.first(
                "SELECT last_number FROM job_orders WHERE order_key = ? FOR UPDATE",
                row -> row.getLong("last_number"),
                order);
    }

    /**
     * Has the first job of a locked order run, unless one that was set aside is before it; forgets an order without
     * jobs.
     */
    void releaseFirst(String order) {
        Optional<Row> first = sql.first(
                "SELECT id, order_number, state, due FROM job_queue WHERE order_key = ?"
                        + " ORDER BY order_number FETCH FIRST 1 ROW ONLY",
                OrderedJobs::row,
                order);
        OptionalLong setAside = setAside(order);
        if (first.isEmpty() && setAside.isEmpty()) {
            sql.update("DELETE FROM job_orders WHERE order_key = ?", order);
        }
        first.filter(row -> row.state.equals("HELD"))
                .filter(row -> setAside.isEmpty() || row.number < setAside.getAsLong())
                .ifPresent(this::release);
    }

    private OptionalLong setAside(String order) {
        return sql
                .list(
                        "SELECT order_number FROM jobs_set_aside WHERE order_key = ?",
                        row -> row.getLong("order_number"),
                        order)
                .stream()
                .mapToLong(Long::longValue)
                .min();
    }

    private void release(Row first) {
        String state = first.due.isAfter(clock.instant()) ? "LATER" : "READY";
        sql.update("UPDATE job_queue SET state = ?, turn = due WHERE id = ? AND state = 'HELD'", state, first.id);
        ready.accept(JobId.parse(first.id).lane());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"), row.getLong("order_number"), row.getString("state"), Sql.instant(row, "due"));
    }

    private record Row(String id, long number, String state, Instant due) {}
}
