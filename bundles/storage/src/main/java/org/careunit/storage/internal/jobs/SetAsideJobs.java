package org.careunit.storage.internal.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.SetAside;

/** The jobs that failed for good. */
public final class SetAsideJobs {

    private final Sql sql;

    public SetAsideJobs(Sql sql) {
        this.sql = sql;
    }

    public void add(Job job, String reason, Instant at) {
        take(job.id());
        sql.update(
                "INSERT INTO jobs_set_aside (id, payload, failures, since, reason, set_aside_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                job.id().toString(),
                job.payload(),
                job.failures(),
                job.since(),
                reason,
                at);
    }

    /** Removes a job from here; empty if it is not here. */
    public Optional<Job> take(JobId id) {
        Optional<Job> found = sql.first(
                        "SELECT * FROM jobs_set_aside WHERE id = ? FOR UPDATE", SetAsideJobs::row, id.toString())
                .map(SetAside::job);
        found.ifPresent(job -> sql.update("DELETE FROM jobs_set_aside WHERE id = ?", id.toString()));
        return found;
    }

    public List<SetAside> newest(int limit) {
        return sql.list(
                "SELECT * FROM jobs_set_aside ORDER BY set_aside_at DESC, id FETCH FIRST " + limit + " ROWS ONLY",
                SetAsideJobs::row);
    }

    private static SetAside row(ResultSet row) throws SQLException {
        Job job = new Job(
                JobId.parse(row.getString("id")),
                row.getString("payload"),
                row.getInt("failures"),
                Sql.instant(row, "since"));
        return new SetAside(job, row.getString("reason"), Sql.instant(row, "set_aside_at"));
    }
}
