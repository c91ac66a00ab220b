package org.careunit.storage.internal.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRun.Stored;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.internal.database.Sql;

/** Converts between archive runs and rows of their table. */
final class RunRows {

    static final String INSERT =
            "INSERT INTO archive_runs (stage, place, host_cursor, idle_pages, cases, left_out, bytes, replaced,"
                    + " sent, confirmed, package_bytes, sha256, target, stored_at, problem, ended_at,"
                    + " is_open, id, unit,"
                    + " package_name, started_at, asked_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String UPDATE =
            "UPDATE archive_runs SET stage = ?, place = ?, host_cursor = ?, idle_pages = ?, cases = ?, left_out = ?,"
                    + " bytes = ?, replaced = ?, sent = ?, confirmed = ?, package_bytes = ?, sha256 = ?, target = ?,"
                    + " stored_at = ?, problem = ?, ended_at = ?, is_open = ? WHERE id = ?";

    private static final int CHANGED = 17;

    private RunRows() {}

    static Object[] values(StoredRun stored) {
        Object[] values = Arrays.copyOf(changed(stored), CHANGED + 5);
        values[CHANGED + 1] = stored.unit().value();
        values[CHANGED + 2] = stored.run().packageName();
        values[CHANGED + 3] = stored.run().startedAt();
        values[CHANGED + 4] = stored.run().askedBy();
        return values;
    }

    /** The values that may change, and the id. */
    static Object[] changed(StoredRun stored) {
        ArchiveRun run = stored.run();
        Counts counts = run.counts();
        return new Object[] {
            run.stage(),
            stored.position(),
            stored.cursor(),
            stored.idlePages(),
            counts.cases(),
            counts.leftOut(),
            counts.bytes(),
            counts.replaced(),
            counts.sent(),
            counts.confirmed(),
            run.stored().map(Stored::bytes),
            run.stored().map(Stored::sha256),
            run.stored().flatMap(Stored::target),
            run.stored().flatMap(Stored::at),
            run.problem(),
            run.endedAt(),
            run.endedAt().isEmpty(),
            stored.id()
        };
    }

    static StoredRun read(ResultSet row) throws SQLException {
        ArchiveRun run = new ArchiveRun(
                row.getString("package_name"),
                Sql.instant(row, "started_at"),
                row.getString("asked_by"),
                Stage.valueOf(row.getString("stage")),
                counts(row),
                stored(row),
                Optional.ofNullable(row.getString("problem")),
                Sql.optionalInstant(row, "ended_at"));
        return new StoredRun(
                row.getString("id"),
                new HsaId(row.getString("unit")),
                run,
                Optional.ofNullable(row.getString("place")),
                Optional.ofNullable(row.getString("host_cursor")),
                row.getInt("idle_pages"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("cases"),
                row.getLong("left_out"),
                row.getLong("bytes"),
                row.getLong("replaced"),
                row.getLong("sent"),
                row.getLong("confirmed"));
    }

    private static Optional<Stored> stored(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        return sha256 == null
                ? Optional.empty()
                : Optional.of(new Stored(
                        row.getLong("package_bytes"),
                        sha256,
                        Optional.ofNullable(row.getString("target")),
                        Sql.optionalInstant(row, "stored_at")));
    }
}
