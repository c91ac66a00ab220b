package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.jobs.JobId;

/**
 * Makes the jobs of one order run one after the other: all but the first are HELD. A row for each order counts its jobs
 * and is locked by transactions that add or end one, before they touch the jobs themselves.
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

    private Optional<Long> lock(String order) {
        return sql.first(
                "SELECT last_number FROM job_orders WHERE order_key = ? FOR UPDATE",
                row -> row.getLong("last_number"),
                order);
    }

    /**
     * Locks orders until the end of the transaction, sorted, so that two callers never deadlock: a batch is carried out
     * row by row, where one statement for all would have H2 lock rows as it finds them.
     */
    void lock(Set<String> orders) {
        if (!orders.isEmpty()) {
            sql.batch(
                    "UPDATE job_orders SET last_number = last_number WHERE order_key = ?",
                    orders.stream().sorted().map(order -> new Object[] {order}).toList());
        }
    }

    /**
     * Has the first job of each locked order run, unless one that was set aside is before it; forgets orders without
     * jobs.
     */
    void releaseFirst(Set<String> orders) {
        if (orders.isEmpty()) {
            return;
        }
        Map<String, Row> first = new HashMap<>();
        ofOrders("SELECT order_key, id, order_number, state, due FROM job_queue", OrderedJobs::row, orders)
                .forEach(row -> first.merge(row.order, row, (one, other) -> one.number < other.number ? one : other));
        Map<String, Long> setAside = new HashMap<>();
        ofOrders(
                        "SELECT order_key, order_number FROM jobs_set_aside",
                        row -> Map.entry(row.getString("order_key"), row.getLong("order_number")),
                        orders)
                .forEach(row -> setAside.merge(row.getKey(), row.getValue(), Math::min));
        forget(orders.stream()
                .filter(order -> !first.containsKey(order) && !setAside.containsKey(order))
                .toList());
        first.values().stream()
                .filter(row -> row.state.equals("HELD"))
                .filter(row -> row.number < setAside.getOrDefault(row.order, Long.MAX_VALUE))
                .forEach(this::release);
    }

    private <T> List<T> ofOrders(String query, Sql.Row<T> row, Collection<String> orders) {
        String places = "?" + ", ?".repeat(orders.size() - 1);
        return sql.list(query + " WHERE order_key IN (" + places + ")", row, orders.toArray());
    }

    private void forget(List<String> orders) {
        if (!orders.isEmpty()) {
            sql.batch(
                    "DELETE FROM job_orders WHERE order_key = ?",
                    orders.stream().map(order -> new Object[] {order}).toList());
        }
    }

    private void release(Row first) {
        String state = first.due.isAfter(clock.instant()) ? "LATER" : "READY";
        sql.update("UPDATE job_queue SET state = ?, turn = due WHERE id = ? AND state = 'HELD'", state, first.id);
        ready.accept(JobId.parse(first.id).lane());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("order_key"),
                row.getString("id"),
                row.getLong("order_number"),
                row.getString("state"),
                Sql.instant(row, "due"));
    }

    private record Row(String order, String id, long number, String state, Instant due) {}
}
