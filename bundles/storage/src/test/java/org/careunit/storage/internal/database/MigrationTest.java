package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.careunit.storage.internal.database.Migrations.NewerSchemaException;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.PostgresServer;
import org.careunit.storage.internal.node.StorageNode;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class MigrationTest {

    private static final Set<String> TABLES = tablesOfTheChangelog();

    /** Liquibase's last statements release its lock; if they fail it only says so. */
    private static final int RELEASING = 3;

    @TempDir
    Path directory;

    @Test
    public void cutOffAfterAnyFifthStatementItIsFinishedByTheNextStartOnH2() throws SQLException {
        List<Integer> changes = changes(Pools.h2("mem:whole"), true);
        for (int place = 0; place < changes.size(); place += every(5)) {
            cutOffAndFinish(Pools.h2("mem:after" + place), true, changes.get(place));
        }
    }

    @Test
    public void cutOffAfterAnyEleventhStatementItIsFinishedByTheNextStartOnPostgres() throws SQLException {
        List<Integer> changes = changes(Pools.postgres(PostgresServer.emptyDatabase()), false);
        for (int place = 0; place < changes.size(); place += every(11)) {
            cutOffAndFinish(Pools.postgres(PostgresServer.emptyDatabase()), false, changes.get(place));
        }
    }

    @Test
    public void aMigrationOfALargeTableTakesItsTimeWhateverOtherStatementsMayTake() throws SQLException {
        Server server = PostgresServer.emptyDatabase();
        for (String limit : List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")) {
            assertThat(setting(Pools.postgresForMigrations(server), limit))
                    .as(limit)
                    .isEqualTo("0");
        }
        assertThat(setting(Pools.postgres(server), "lock_timeout")).isEqualTo("15s");
        assertThat(Pools.postgresForMigrations(server).getSocketTimeout()).isZero();
        assertThat(Pools.postgres(server).getSocketTimeout()).isPositive();
    }

    private static String setting(DataSource source, String name) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * A step takes two to four statements: a prime beyond that meets each of them. The profile {@code thorough} leaves
     * none out.
     */
    private static int every(int usual) {
        return Integer.getInteger("careunit.migration.every", usual);
    }

    private static Set<String> tablesOfTheChangelog() {
        try (InputStream changelog = MigrationTest.class.getResourceAsStream("/org/careunit/storage/changelog.sql")) {
            String text = new String(changelog.readAllBytes(), StandardCharsets.UTF_8);
            Set<String> tables = named("CREATE TABLE IF NOT EXISTS (\\w+)", text);
            tables.removeAll(named("DROP TABLE IF EXISTS (\\w+)", text));
            return tables;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> named(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** After how many statements to cut off: wherever the database is left otherwise than one statement before. */
    private static List<Integer> changes(DataSource source, boolean embedded) throws SQLException {
        CutOffDatabase never = CutOffDatabase.never();
        try (Connection open = source.getConnection()) {
            new Migrations(never.over(source), embedded).run();
            assertThat(tables(open)).isEqualTo(TABLES);
        }
        List<Integer> changes = never.changes().stream()
                .filter(survived -> survived > 0 && survived < never.statements() - RELEASING)
                .toList();
        assertThat(changes).hasSizeGreaterThan(2 * TABLES.size());
        return changes;
    }

    /** With a connection open all the time: a database in memory ends with its last. */
    private static void cutOffAndFinish(DataSource source, boolean embedded, int survived) throws SQLException {
        try (Connection open = source.getConnection()) {
            DataSource cutOff = CutOffDatabase.after(survived).over(source);
            assertThatThrownBy(() -> new Migrations(cutOff, embedded).run());
            new Migrations(source, embedded).run();
            assertThat(tables(open)).as("cut off after %s statements", survived).isEqualTo(TABLES);
        }
    }

    @Test
    public void ofTwoNodesThatStartTogetherOneMigrates() throws Exception {
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
        try (Connection connection = Pools.postgres(server).getConnection()) {
            assertThat(tables(connection)).isEqualTo(TABLES);
        }
    }

    private static void migrate(Server server) {
        try {
            new Migrations(Pools.postgres(server), false).run();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    public void aSchemaNewerThanTheCodeIsRefusedByName() throws SQLException {
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

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT lower(table_name) FROM information_schema.tables"
                        + " WHERE lower(table_schema) = 'public'")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        found.removeIf(name -> name.startsWith("databasechangelog"));
        return found;
    }
}
