package org.careunit.storage.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.storage.internal.node.StorageSettings;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.AutoSave;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.jdbc.SslMode;

/** Creates the connection pool: to H2 in this process, or to a PostgreSQL server. */
public final class Pools {

    /** How long a caller waits for a connection before it is refused. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 30;

    /**
     * A node that is frozen in mid-transaction loses it, and its locks, before the others give the node up for dead.
     */
    private static final String SERVER_OPTIONS = "-c idle_in_transaction_session_timeout=10s -c lock_timeout=15s";

    /**
     * WRITE_DELAY=0: a commit that was acknowledged is in the file and survives {@code kill -9}. The rest makes H2 read
     * our SQL as PostgreSQL does, and leaves closing to us. Not DATABASE_TO_LOWER: Liquibase then fails to find its own
     * table again if it was killed before it wrote the first row. No trace file: it repeats statements with their
     * values.
     */
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0";

    private Pools() {}

    /** @throws SQLException if the first connection cannot be had, as the driver says it */
    public static HikariDataSource open(StorageSettings settings) throws SQLException {
        return over(
                settings.server().<DataSource>map(Pools::postgres).orElseGet(() -> h2(settings.directory())), settings);
    }

    /**
     * Checks whether a store could be opened without opening it: a server by logging in, the embedded one by its
     * directory.
     *
     * @throws SQLException if the server cannot be reached or does not let us in
     */
    public static void probe(StorageSettings settings) throws SQLException {
        if (settings.server().isPresent()) {
            postgres(settings.server().get()).getConnection().close();
            return;
        }
        embeddedDirectory(settings.directory());
    }

    /**
     * Copies a closed embedded store to an empty database.
     *
     * @return how many rows each table has
     */
    public static Map<String, Long> copy(Path directory, StorageSettings.Server server) throws SQLException {
        DataSource target = postgresForMigrations(server);
        new Migrations(target, false).run();
        return new StorageCopy(h2(directory), target).run();
    }

    /** A pool that is to be closed by {@link #close}. */
    public static HikariDataSource over(DataSource driver, StorageSettings settings) throws SQLException {
        TrackedConnections connections = new TrackedConnections(driver);
        HikariConfig config = new HikariConfig();
        config.setPoolName("careunit-storage");
        config.setDataSource(connections);
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(4, settings.connections()));
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        // One attempt, for as long as the driver takes: the embedded store may have to recover first.
        config.setInitializationFailTimeout(1);
        config.setExceptionOverride(new DropBroken());
        config.setThreadFactory(DaemonThreads.numbered("careunit-storage-pool"));
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            connections.close();
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        } catch (RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    /** Closes a pool, and the connections that it does not close by itself. */
    public static void close(HikariDataSource pool) {
        pool.close();
        if (pool.getDataSource() instanceof TrackedConnections connections) {
            connections.close();
        }
    }

    /** A data source for one connection that stays outside the pool, to listen on. */
    public static PGSimpleDataSource postgres(StorageSettings.Server server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("careunit");
        source.setLogServerErrorDetail(false);
        source.setOptions(SERVER_OPTIONS);
        source.setReWriteBatchedInserts(false);
        source.setReadOnly(false);
        source.setAutosave(AutoSave.NEVER);
        source.setPreferQueryMode(PreferQueryMode.EXTENDED);
        if (SslMode.VERIFY_FULL.value.equals(source.getSslMode())) {
            source.setSslfactory(PostgresSockets.class.getName());
            source.setSslfactoryarg(server.trusted().map(Path::toString).orElse(""));
        }
        return source;
    }

    /** A data source for migrations: what they do to large tables takes the time that it takes. */
    static PGSimpleDataSource postgresForMigrations(StorageSettings.Server server) {
        PGSimpleDataSource source = postgres(server);
        source.setSocketTimeout(0);
        source.setOptions("-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0");
        return source;
    }

    private static DataSource h2(Path directory) {
        embeddedDirectory(directory);
        return h2(StoreFiles.SCHEME + ":" + directory.resolve("careunit").toAbsolutePath());
    }

    private static void embeddedDirectory(Path directory) {
        try {
            PrivateFiles.createDirectories(directory);
            PrivateFiles.restrict(directory, "careunit*"); // the file with the secrets may be beside it
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory of the embedded store cannot be made: " + directory, failure);
        }
    }

    /** @param place where H2 keeps the database, with the name of its file system in front */
    public static DataSource h2(String place) {
        StoreFiles.install();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + place + H2_OPTIONS);
        source.setUser("careunit");
        return source;
    }

    /** Has the pool drop a connection whose database is gone: it knows the states of a network, but not those of H2. */
    private static final class DropBroken implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return SqlFailures.isLost(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
