package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements for many rows say of each row, on both stores. */
class SqlTest {

    private static final RowInsert INSERT = RowInsert.into(
            "sample",
            List.of("part", "id"),
            "id uuid, part text, word text, at timestamptz, number bigint, flag boolean");

    private static final List<String> AWKWARD =
            List.of("", "NULL", "{a,b}", "\"quoted\"", "back\\slash", "å\n\t'", "1970-01-01", " ", "{}", "😀");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofManyRowsThoseThatWereNotThereAreInserted(boolean embedded) throws SQLException {
        try (TestStore store = open(embedded)) {
            Sql sql = sql(store.pool);
            List<Object[]> first = rows(5);
            assertThat(sql.insert(INSERT, first.subList(1, 2))).containsExactly(1);
            assertThat(sql.insert(INSERT, first)).containsExactly(1, 0, 1, 1, 1);
            List<Object[]> twice = rows(2);
            twice.add(twice.get(0));
            assertThat(sql.insert(INSERT, twice)).containsExactly(1, 1, 0);
            assertThat(sql.insert(INSERT, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void valuesComeBackAsTheyWere(boolean embedded) throws SQLException {
        try (TestStore store = open(embedded)) {
            Sql sql = sql(store.pool);
            List<Object[]> rows = rows(AWKWARD.size());
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i)[2] = AWKWARD.get(i);
            }
            rows.add(
                    new Object[] {UUID.randomUUID(), "none", Optional.empty(), Instant.EPOCH, OptionalLong.empty(), null
                    });
            sql.insert(INSERT, rows);
            List<List<Object>> found = sql.list(
                    "SELECT * FROM sample",
                    row -> Arrays.asList(
                            row.getObject("id", UUID.class),
                            row.getString("part"),
                            row.getString("word"),
                            Sql.instant(row, "at"),
                            Sql.optionalLong(row, "number"),
                            row.getObject("flag")));
            rows.get(rows.size() - 1)[2] = null;
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(rows.stream()
                            .map(row -> {
                                row[4] = row[4] instanceof Long number ? OptionalLong.of(number) : row[4];
                                return Arrays.asList(row);
                            })
                            .toList());
        }
    }

    @Test
    void onPostgresManyRowsAreOneStatement() throws SQLException {
        try (TestStore store = open(false)) {
            List<String> executed = new ArrayList<>();
            Sql sql = sql(watched(store.pool, executed, new int[0]));
            sql.insert(INSERT, rows(500));
            assertThat(executed).containsExactly("executeQuery");
            sql.insert(INSERT, rows(501));
            assertThat(executed).hasSize(3);
        }
    }

    @Test
    void aDriverThatDoesNotSayHowManyRowsItTouchedIsAFault() throws SQLException {
        try (TestStore store = open(true)) {
            Sql sql = sql(watched(store.pool, new ArrayList<>(), 1, Statement.SUCCESS_NO_INFO));
            assertThatThrownBy(() -> sql.batch(INSERT.one(), rows(2)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("-2");
        }
    }

    private TestStore open(boolean embedded) throws SQLException {
        TestStore store = embedded ? TestStore.embedded(directory) : TestStore.postgres("node");
        store.execute("CREATE TABLE sample (id uuid, part varchar(10), word varchar(50),"
                + " at timestamp(6) with time zone, number bigint, flag boolean, PRIMARY KEY (part, id))");
        return store;
    }

    private static Sql sql(DataSource source) {
        return new Sql(new JdbcTransactions(source), source);
    }

    private static List<Object[]> rows(int count) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {
                UUID.randomUUID(),
                "part" + i % 3,
                "word" + i,
                Instant.parse("2026-06-01T12:00:00.123456Z"),
                (long) i,
                true
            });
        }
        return rows;
    }

    /** @param touched what batches say instead of what they did, if there is any */
    private static DataSource watched(DataSource source, List<String> executed, int... touched) {
        return new ConnectionSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return wrapped(Connection.class, source.getConnection());
            }

            private <T> T wrapped(Class<T> type, Object target) {
                return type.cast(Proxy.newProxyInstance(
                        SqlTest.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, values) -> call(target, method, values)));
            }

            private Object call(Object target, Method method, Object[] values) throws Throwable {
                if (method.getName().startsWith("execute")) {
                    executed.add(method.getName());
                }
                if (method.getName().equals("executeBatch") && touched.length > 0) {
                    return touched;
                }
                try {
                    Object result = method.invoke(target, values);
                    return result instanceof PreparedStatement ? wrapped(PreparedStatement.class, result) : result;
                } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                }
            }
        };
    }
}
