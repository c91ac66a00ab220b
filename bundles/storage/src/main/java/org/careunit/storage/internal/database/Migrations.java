package org.careunit.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.careunit.storage.internal.node.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the schema to the version of this code, by one node at a time and statement by statement, so that the next
 * start completes a migration whose node was killed.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String CHANGELOG = "org/careunit/storage/changelog.sql";

    /** Any number will do, as long as nobody else in the database uses it: "care" in ASCII. */
    private static final long ADVISORY_LOCK = 0x63617265L;

    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
    private final DataSource pool;
    private final boolean embedded;
    private volatile boolean aborted;

    public Migrations(DataSource pool, boolean embedded) {
        this.pool = pool;
        this.embedded = embedded;
    }

    /** On a server: over connections without time-outs, since a change of a large table takes as long as it takes. */
    public static Migrations of(StorageSettings settings, DataSource pool) {
        return new Migrations(
                settings.server().<DataSource>map(Pools::postgresForMigrations).orElse(pool), settings.isEmbedded());
    }

    /** Cuts the connections of a run on another thread, which then fails; so does one that begins later. */
    public void abort() {
        aborted = true;
        inUse.forEach(DedicatedConnection::cut);
    }

    public void run() throws SQLException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Migrations.class.getClassLoader());
        try (Connection guard = pool.getConnection();
                Connection connection = pool.getConnection()) {
            inUse.add(guard);
            inUse.add(connection);
            if (aborted) {
                throw new SQLException("The store is being closed; it is migrated at its next start");
            }
            whileLocked(guard, () -> migrate(connection));
        } finally {
            inUse.clear();
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /**
     * The embedded store has one process; of the nodes on a server, the first holds a lock that dies with its
     * connection.
     */
    private void whileLocked(Connection guard, Migration migration) throws SQLException {
        if (embedded) {
            migration.run();
            return;
        }
        try (Statement statement = guard.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + ADVISORY_LOCK + ")");
            try {
                migration.run();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + ADVISORY_LOCK + ")");
            }
        }
    }

    private void migrate(Connection connection) throws SQLException {
        try {
            Scope.child(quietly(), () -> update(connection));
        } catch (SQLException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new StorageException("The schema could not be migrated: " + failure.getMessage(), failure);
        }
    }

    /** No console output, no analytics, and the log through SLF4J. */
    private Map<String, Object> quietly() {
        return Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(),
                Scope.Attr.logService.name(), new LiquibaseLogs(() -> aborted),
                AnalyticsArgs.ENABLED.getKey(), false);
    }

    private static void update(Connection connection) throws LiquibaseException, SQLException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new ShortlyNamed(connection));
        // Liquibase caches snapshots of a schema from an earlier attempt of this process.
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
        LockServiceFactory.getInstance().resetAll();
        // We hold the only lock that counts, so one left in Liquibase's table is that of a node that was killed.
        LockServiceFactory.getInstance().getLockService(database).init();
        LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
        Liquibase liquibase =
                new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        refuseNewer(liquibase, database);
        int missing = liquibase
                .listUnrunChangeSets(new Contexts(), new LabelExpression())
                .size();
        if (missing > 0) {
            LOG.info("Migrating the schema of the store: {} steps", missing);
            liquibase.update(new Contexts());
        }
        connection.setAutoCommit(true);
    }

    private static void refuseNewer(Liquibase liquibase, Database database) throws LiquibaseException {
        Set<String> ours = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .map(ChangeSet::getId)
                .collect(Collectors.toSet());
        List<String> unknown = database.getRanChangeSetList().stream()
                .map(RanChangeSet::getId)
                .filter(id -> !ours.contains(id))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new NewerSchemaException(unknown);
        }
    }

    /**
     * By a URL without the driver's settings: Liquibase looks through all of it for passwords, at each step that it
     * takes, and with those of PostgreSQL's driver for a tenth of a second each time.
     */
    private static final class ShortlyNamed extends JdbcConnection {

        ShortlyNamed(Connection connection) {
            super(connection);
        }

        @Override
        public String getURL() {
            String url = super.getURL();
            int settings = url.indexOf('?');
            return settings < 0 ? url : url.substring(0, settings);
        }
    }

    @FunctionalInterface
    private interface Migration {
        void run() throws SQLException;
    }

    /** The schema was migrated by a newer Careunit than this one. */
    public static final class NewerSchemaException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NewerSchemaException(List<String> unknown) {
            super("The schema of the database is newer than this Careunit, which does not know its steps " + unknown
                    + ": install the version that made them, or a later one; nothing was changed");
        }
    }
}
