package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.StorageProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies all rows of the embedded store to a PostgreSQL server whose schema is that of this Careunit and whose tables
 * are empty. All or nothing: one transaction on the server, and the counts are compared at its end. The embedded store
 * is only read; nobody else may use it meanwhile.
 */
public final class StorageCopy {

    private static final Logger LOG = LoggerFactory.getLogger(StorageCopy.class);
    private static final int AT_ONCE = 1_000;

    /** Columns that are written: neither computed from others nor counted by the server. */
    private static final String COLUMNS = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = current_schema() AND is_generated = 'NEVER' AND is_identity = 'NO'"
            + " AND table_name NOT LIKE 'databasechangelog%' ORDER BY table_name, ordinal_position";

    private final DataSource from;
    private final DataSource to;

    public StorageCopy(DataSource from, DataSource to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies.
     *
     * @return how many rows each table has now
     * @throws RefusedException if a table on the server has rows
     */
    public Map<String, Long> run() throws SQLException {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            target.setAutoCommit(false);
            Map<String, List<String>> tables = tables(target);
            for (String table : tables.keySet()) {
                requireEmpty(target, table);
            }
            Map<String, Long> copied = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                copied.put(table.getKey(), copy(source, target, table.getKey(), table.getValue()));
            }
            target.commit();
            return copied;
        }
    }

    private static Map<String, List<String>> tables(Connection target) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Statement statement = target.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), none -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return tables;
    }

    private static void requireEmpty(Connection target, String table) throws SQLException {
        if (count(target, table) > 0) {
            throw StorageProblem.NOT_EMPTY.refused(table);
        }
    }

    private static long copy(Connection source, Connection target, String table, List<String> columns)
            throws SQLException {
        String names = String.join(", ", columns);
        String insert = "INSERT INTO " + table + " (" + names + ") VALUES (?" + ", ?".repeat(columns.size() - 1) + ")";
        long copied = 0;
        try (Statement select = source.createStatement();
                ResultSet rows = select.executeQuery("SELECT " + names + " FROM " + table);
                PreparedStatement write = target.prepareStatement(insert)) {
            while (rows.next()) {
                bind(rows, write, columns.size());
                write.addBatch();
                copied++;
                if (copied % AT_ONCE == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
        requireSame(table, copied, count(target, table));
        LOG.info("Copied {} rows of the table {}", copied, table);
        return copied;
    }

    private static void bind(ResultSet row, PreparedStatement write, int columns) throws SQLException {
        for (int column = 1; column <= columns; column++) {
            Object value = row.getObject(column);
            write.setObject(
                    column, value instanceof java.sql.Clob text ? text.getSubString(1, (int) text.length()) : value);
        }
    }

    private static void requireSame(String table, long copied, long there) {
        if (copied != there) {
            throw new StorageException("Of the table " + table + ", " + copied + " rows were copied and " + there
                    + " are there: the copy is given up");
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
