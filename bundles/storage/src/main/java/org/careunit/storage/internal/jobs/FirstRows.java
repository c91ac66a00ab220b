package org.careunit.storage.internal.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.careunit.storage.internal.database.Sql;

/**
 * Locks the first rows of an index of the job table, skipping those that another transaction has locked.
 *
 * <p>H2 locks all rows that match before it takes the first ones, so there they are found first and locked by their ids
 * then. With several nodes that would have all of them find the same rows; an embedded store has one.
 */
final class FirstRows {

    private final Sql sql;
    private final boolean embedded;

    FirstRows(Sql sql, boolean embedded) {
        this.sql = sql;
        this.embedded = embedded;
    }

    /** @param order as the index has its columns, so that no more rows are read than are wanted */
    <T> List<T> lock(String columns, String where, String order, int limit, Sql.Row<T> row, Object... values) {
        String first = " FROM job_queue WHERE " + where + " ORDER BY " + order + " FETCH FIRST " + limit + " ROWS ONLY";
        if (!embedded) {
            return sql.list("SELECT " + columns + first + " FOR UPDATE SKIP LOCKED", row, values);
        }
        List<String> ids = sql.list("SELECT id" + first, found -> found.getString("id"), values);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, T> locked = new LinkedHashMap<>();
        sql.list(
                "SELECT " + columns + " FROM job_queue WHERE id IN (?" + ", ?".repeat(ids.size() - 1) + ") AND " + where
                        + " FOR UPDATE SKIP LOCKED",
                found -> locked.put(found.getString("id"), row.read(found)),
                Stream.concat(ids.stream(), Stream.of(values)).toArray());
        return ids.stream().map(locked::get).filter(Objects::nonNull).toList();
    }
}
