package org.careunit.storage.internal.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.internal.database.Sql;

/**
 * Removes rows of one table by their age, the oldest first. What is removed is found again each time, so no cursor is
 * needed.
 */
final class OldRows {

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final String table;
    private final List<String> key;
    private final String age;
    private final String which;

    /**
     * @param key the columns that name a row
     * @param age the expression that says how old a row is; what an index is on
     * @param which what else must hold; empty if nothing
     */
    OldRows(Sql sql, String table, List<String> key, String age, String which) {
        this.sql = sql;
        this.table = table;
        this.key = key;
        this.age = age;
        this.which = which;
    }

    /** In the caller's transaction. */
    Batch remove(Instant before) {
        List<Object[]> found = sql.list(
                "SELECT " + String.join(", ", key) + " FROM " + table + " WHERE " + age + " < ?" + which + " ORDER BY "
                        + age + " FETCH FIRST " + AT_ONCE + " ROWS ONLY",
                row -> {
                    List<Object> values = new ArrayList<>();
                    for (String column : key) {
                        values.add(row.getObject(column));
                    }
                    values.add(before);
                    return values.toArray();
                },
                before);
        int removed = 0;
        if (!found.isEmpty()) {
            for (int rows : sql.batch(
                    "DELETE FROM " + table + " WHERE " + String.join(" = ? AND ", key) + " = ? AND " + age + " < ?"
                            + which,
                    found)) {
                removed += rows;
            }
        }
        return new Batch(removed, found.size() == AT_ONCE && removed > 0 ? Optional.of("") : Optional.empty());
    }
}
