package org.careunit.testkit.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.careunit.storage.internal.database.Migrations;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.StorageNode;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.jobs.JobHandler;

/** The store on an H2 database in memory, or on a PostgreSQL database of the test's, going by a clock of the test. */
public final class MemoryStore implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WORKERS = 4;

    /** The statements that make the tables, as the first store of this JVM has migrated them. */
    private static List<String> schema = List.of();

    private final JobHandlers handlers = new JobHandlers();
    private final StorageNode node;

    /**
     * @param directory where the file with the secrets is made
     * @param server the PostgreSQL database; empty for one in memory
     */
    public MemoryStore(Path directory, Clock clock, Optional<StorageSettings.Server> server) {
        StorageSettings settings =
                new StorageSettings(server, directory, directory.resolve("secrets"), CONNECTIONS, WORKERS, "testkit");
        try {
            node = StorageNode.openMigrated(settings, handlers, migrated(settings), clock);
        } catch (SQLException failure) {
            throw new IllegalStateException("The store of the test cannot be opened", failure);
        }
    }

    private static HikariDataSource migrated(StorageSettings settings) throws SQLException {
        if (settings.isEmbedded()) {
            HikariDataSource pool = Pools.over(Pools.h2("mem:" + UUID.randomUUID()), settings);
            migrate(pool);
            return pool;
        }
        HikariDataSource pool = Pools.open(settings);
        Migrations.of(settings, pool).run();
        return pool;
    }

    private static synchronized void migrate(HikariDataSource pool) throws SQLException {
        if (schema.isEmpty()) {
            new Migrations(pool, true).run();
            schema = script(pool);
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : schema) {
                sql.execute(statement);
            }
        }
    }

    private static List<String> script(HikariDataSource pool) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
            while (rows.next()) {
                String statement = rows.getString(1);
                if (!statement.startsWith("CREATE USER")) {
                    statements.add(statement);
                }
            }
        }
        return List.copyOf(statements);
    }

    /** The services of the store, each by the interface it is known by. */
    public Map<Class<?>, Object> services() {
        return node.services();
    }

    /** Has jobs of a type done. */
    public void handle(JobHandler handler) {
        handlers.add(handler);
    }

    /** Has the engine look for what is due, as after the clock was moved. */
    public void pollJobs() {
        node.pollJobs();
    }

    /** Whether no job runs or could run now. */
    public boolean isIdle() {
        return node.isIdle();
    }

    @Override
    public void close() {
        node.close();
    }
}
