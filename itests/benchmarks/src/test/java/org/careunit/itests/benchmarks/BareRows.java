package org.careunit.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Rows by bare JDBC: prepared once, in batches, all in one transaction. */
final class BareRows {

    private static final int BATCH = 1_000;

    private BareRows() {}

    static void insert(DataSource pool, String statement, Stream<Object[]> rows) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            connection.setAutoCommit(false);
            int waiting = 0;
            for (Iterator<Object[]> all = rows.iterator(); all.hasNext(); ) {
                add(prepared, all.next());
                waiting++;
                if (waiting % BATCH == 0) {
                    prepared.executeBatch();
                }
            }
            prepared.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void add(PreparedStatement prepared, Object[] row) throws SQLException {
        for (int place = 0; place < row.length; place++) {
            prepared.setObject(place + 1, row[place]);
        }
        prepared.addBatch();
    }
}
