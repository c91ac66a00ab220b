package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.careunit.storage.internal.Migrations.NewerSchemaException;
import org.careunit.storage.internal.StorageSettings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    private static final Set<String> TABLES = tablesOfTheChangelog();

    /** Liquibase's last statements release its lock; if they fail it only says so. */
    private static final int RELEASING = 3;

    @TempDir
    Path directory;

    @Test
    void cutOffAfterAnyStatementItIsFinishedByTheNextStartOnH2() throws SQLException {
        int statements = statements(Pools.h2("file:" + directory.resolve("whole/careunit")), true);
        for (int survived = 1; survived < statements - RELEASING; survived++) {
            cutOffAndFinish(Pools.h2("file:" + directory.resolve(survived + "/careunit")), true, survived);
        }
    }

    @Test
    void cutOffAfterAnyTenthStatementItIsFinishedByTheNextStartOnPostgres() throws SQLException {
        int statements = statements(Pools.postgres(PostgresServer.emptyDatabase()), false);
        for (int survived = 1; survived < statements - RELEASING; survived += 10) {
            cutOffAndFinish(Pools.postgres(PostgresServer.emptyDatabase()), false, survived);
        }
    }

    private static Set<String> tablesOfTheChangelog() {
        try (InputStream changelog = MigrationTest.class.getResourceAsStream("/org/careunit/storage/changelog.sql")) {
            String text = new String(changelog.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int statements(DataSource source, boolean embedded) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        new Migrations(cutting(source, Integer.MAX_VALUE, count), embedded).run();
        assertThat(tables(source)).isEqualTo(TABLES);
        assertThat(count.get()).isGreaterThan(30);
        return count.get();
    }

    private static void cutOffAndFinish(DataSource source, boolean embedded, int survived) throws SQLException {
        assertThatThrownBy(() -> new Migrations(cutting(source, survived, new AtomicInteger()), embedded).run());
        new Migrations(source, embedded).run();
        assertThat(tables(source)).as("cut off after %s statements", survived).isEqualTo(TABLES);
    }

    @Test
    void ofTwoNodesThatStartTogetherOneMigrates() throws Exception {
        Server server = PostgresServer.emptyDatabase();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = List.of(
                    nodes.submit(Executors.callable(() -> migrate(server))),
                    nodes.submit(Executors.callable(() -> migrate(server))));
            for (Future<Object> one : both) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(tables(Pools.postgres(server))).isEqualTo(TABLES);
    }

    private static void migrate(Server server) {
        try {
            new Migrations(Pools.postgres(server), false).run();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aSchemaNewerThanTheCodeIsRefusedByName() throws SQLException {
        try (TestStore store = TestStore.embedded(directory)) {
            store.execute("INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                    + " VALUES ('999-from-the-future', 'careunit', 'org/careunit/storage/changelog.sql',"
                    + " CURRENT_TIMESTAMP, 999, 'EXECUTED')");
        }
        assertThatThrownBy(() -> StorageNode.open(TestStore.h2(directory), new JobHandlers()))
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContaining("999-from-the-future")
                .hasMessageContaining("install the version");
    }

    private static Set<String> tables(DataSource source) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT lower(table_name) FROM information_schema.tables"
                        + " WHERE lower(table_schema) = 'public'")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        found.removeIf(name -> name.startsWith("databasechangelog"));
        return found;
    }

    /** A database that is cut off after so many statements: as when the node is killed, nothing is closed in order. */
    private static DataSource cutting(DataSource source, int survived, AtomicInteger count) {
        return new ConnectionSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return wrapped(Connection.class, source.getConnection(), survived, count);
            }
        };
    }

    private static <T> T wrapped(Class<T> type, Object target, int survived, AtomicInteger count) {
        return type.cast(Proxy.newProxyInstance(
                MigrationTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (method.getName().startsWith("execute") && count.incrementAndGet() > survived) {
                        throw new SQLException("cut off", "08006");
                    }
                    if (count.get() > survived && Set.of("commit", "rollback").contains(method.getName())) {
                        throw new SQLException("cut off", "08006");
                    }
                    try {
                        Object result = method.invoke(target, args);
                        Class<?> returned = method.getReturnType();
                        return result instanceof Statement
                                ? wrapped(returned.asSubclass(Statement.class), result, survived, count)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
