package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.careunit.api.messages.Channel;
import org.postgresql.PGConnection;

/** Runs SQL statements by JDBC, in the thread's transaction or, outside one, on a connection of their own. */
public final class Sql {

    private static final int INSERTED_AT_ONCE = 500;

    private final JdbcTransactions transactions;
    private final DataSource pool;

    public Sql(JdbcTransactions transactions, DataSource pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    /** Runs one statement and says how many rows it touched. */
    public int update(String statement, Object... values) {
        return on(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                bind(prepared, values);
                return prepared.executeUpdate();
            }
        });
    }

    /** Runs one statement for many rows of values and says how many rows each touched. */
    public int[] batch(String statement, List<Object[]> rows) {
        if (rows.size() == 1) {
            return new int[] {update(statement, rows.get(0))};
        }
        return on(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (Object[] row : rows) {
                    bind(prepared, row);
                    prepared.addBatch();
                }
                return known(prepared.executeBatch());
            }
        });
    }

    /**
     * Inserts rows unless they are there; says of each whether it was inserted, 1 or 0. By few statements where the
     * database can, and in the order of the rows.
     */
    public int[] insert(RowInsert insert, List<Object[]> rows) {
        return on(connection -> {
            if (rows.size() < 2 || !connection.isWrapperFor(PGConnection.class)) {
                return batch(insert.one(), rows);
            }
            int[] inserted = new int[rows.size()];
            for (int from = 0; from < inserted.length; from += INSERTED_AT_ONCE) {
                int to = Math.min(inserted.length, from + INSERTED_AT_ONCE);
                int[] some = insertMany(connection, insert, rows.subList(from, to));
                System.arraycopy(some, 0, inserted, from, some.length);
            }
            return inserted;
        });
    }

    private static int[] insertMany(Connection connection, RowInsert insert, List<Object[]> rows) throws SQLException {
        List<Object[]> plain = rows.stream().map(Sql::plain).toList();
        Set<List<String>> fresh = new HashSet<>();
        try (PreparedStatement prepared = connection.prepareStatement(insert.many())) {
            List<RowInsert.Column> columns = insert.columns();
            for (int i = 0; i < columns.size(); i++) {
                RowInsert.Column column = columns.get(i);
                prepared.setArray(i + 1, connection.createArrayOf(column.type(), column.array(plain, i)));
            }
            read(prepared, row -> fresh.add(key(row, insert.keyLength())));
        }
        return plain.stream()
                .mapToInt(values -> fresh.remove(insert.key(values)) ? 1 : 0)
                .toArray();
    }

    private static List<String> key(ResultSet row, int length) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            key.add(row.getString(i));
        }
        return key;
    }

    /** A driver that says less than the number of rows leaves us without what decides whether an event is new. */
    private static int[] known(int... touched) {
        for (int rows : touched) {
            if (rows < 0) {
                throw new StorageException(
                        "The driver does not say how many rows a statement of a batch touched, but " + rows);
            }
        }
        return touched;
    }

    public <T> List<T> list(String query, Row<T> row, Object... values) {
        return on(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(query)) {
                bind(prepared, values);
                return read(prepared, row);
            }
        });
    }

    public <T> Optional<T> first(String query, Row<T> row, Object... values) {
        return list(query, row, values).stream().findFirst();
    }

    private <T> T on(Work<T> work) {
        Connection shared = transactions.connection();
        try {
            if (shared != null) {
                return work.on(shared);
            }
            try (Connection own = pool.getConnection()) {
                return work.on(own);
            }
        } catch (SQLException failure) {
            throw SqlFailures.translated(failure);
        }
    }

    private static <T> List<T> read(PreparedStatement prepared, Row<T> row) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet results = prepared.executeQuery()) {
            while (results.next()) {
                found.add(row.read(results));
            }
        }
        return found;
    }

    private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, plain(values[i]));
        }
    }

    private static Object[] plain(Object... values) {
        return Arrays.stream(values).map(Sql::plain).toArray();
    }

    private static Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Sql::plain).orElse(null);
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? (Object) number.getAsLong() : null;
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Channel channel) {
            return channel.key();
        }
        return value instanceof Enum<?> word ? word.name() : value;
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
