package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.jobs.ClaimedJob.Order;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.Selection;
import org.careunit.storage.jobs.Jobs.SetAside;

/** Stores jobs that failed permanently. */
final class SetAsideJobs {

    private final Sql sql;

    SetAsideJobs(Sql sql) {
        this.sql = sql;
    }

    /** A job that was set aside, with what it needs to run again. */
    record Row(SetAside job, Optional<String> share, Optional<String> order, OptionalLong number) {}

    void add(ClaimedJob job, int failures, String reason, Instant at) {
        take(job.id());
        sql.update(
                "INSERT INTO jobs_set_aside (id, payload, failures, since, reason, set_aside_at, share, order_key,"
                        + " order_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id().toString(),
                job.payload(),
                failures,
                job.since(),
                reason,
                at,
                job.share(),
                job.order().map(Order::key),
                job.order().map(Order::number));
    }

    /** Removes a job from here; empty if it is not here. */
    Optional<Row> take(JobId id) {
        Optional<Row> found =
                sql.first("SELECT * FROM jobs_set_aside WHERE id = ? FOR UPDATE", SetAsideJobs::row, id.toString());
        found.ifPresent(job -> sql.update("DELETE FROM jobs_set_aside WHERE id = ?", id.toString()));
        return found;
    }

    /** The ids of those that match, in order, at most {@code limit}, from behind one on. */
    List<JobId> matching(Selection selection, String after, int limit) {
        StringBuilder where = new StringBuilder("id > ?");
        List<Object> values = new ArrayList<>(List.of(after));
        selection.type().ifPresent(type -> and(where, values, " AND id >= ? AND id < ?", type + "|", type + "}"));
        selection.share().ifPresent(share -> and(where, values, " AND share = ?", share));
        selection.from().ifPresent(from -> and(where, values, " AND set_aside_at >= ?", from));
        selection.until().ifPresent(until -> and(where, values, " AND set_aside_at < ?", until));
        selection.reason().ifPresent(words -> and(where, values, " AND position(? in reason) > 0", words));
        return sql.list(
                "SELECT id FROM jobs_set_aside WHERE " + where + " ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                row -> JobId.parse(row.getString("id")),
                values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object... more) {
        where.append(condition);
        values.addAll(List.of(more));
    }

    List<SetAside> newest(int limit) {
        return sql
                .list(
                        "SELECT * FROM jobs_set_aside ORDER BY set_aside_at DESC, id FETCH FIRST " + limit
                                + " ROWS ONLY",
                        SetAsideJobs::row)
                .stream()
                .map(Row::job)
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Job job = new Job(
                JobId.parse(row.getString("id")),
                row.getString("payload"),
                row.getInt("failures"),
                Sql.instant(row, "since"));
        return new Row(
                new SetAside(job, row.getString("reason"), Sql.instant(row, "set_aside_at")),
                Optional.ofNullable(row.getString("share")),
                Optional.ofNullable(row.getString("order_key")),
                Sql.optionalLong(row, "order_number"));
    }
}
