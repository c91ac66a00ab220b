package org.careunit.storage.internal.node;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.careunit.storage.Accounts;
import org.careunit.storage.Approvals;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.Cases;
import org.careunit.storage.DueCases;
import org.careunit.storage.EventLog;
import org.careunit.storage.Grants;
import org.careunit.storage.Namings;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Retention;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.SentMessages;
import org.careunit.storage.messages.SmsParts;
import org.careunit.storage.messages.Suppressions;

/** A store of a test: one node on a database that may be shared with further nodes. */
public final class TestStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A file for each PostgreSQL database, which several processes may share. */
    private static final Path SECRETS = Path.of("target", "test-secrets");

    public final JobHandlers handlers = new JobHandlers();
    public final HikariDataSource pool;
    public final StorageNode node;
    private final StorageSettings settings;

    private TestStore(StorageSettings settings, boolean migrated) throws SQLException {
        this.settings = settings;
        pool = openPatiently(settings);
        node = migrated
                ? StorageNode.openMigrated(settings, handlers, pool)
                : StorageNode.open(settings, handlers, pool);
    }

    /** As the product does: a server that is too busy to answer at once is asked again. */
    private static HikariDataSource openPatiently(StorageSettings settings) throws SQLException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Pools.open(settings);
            } catch (SQLException failure) {
                if (System.nanoTime() > giveUp) {
                    throw failure;
                }
            }
        }
    }

    /** A node on the database in a directory; a new one is copied from one that was migrated. */
    public static TestStore embedded(Path directory) throws SQLException {
        H2Template.copyTo(directory);
        return new TestStore(h2(directory), true);
    }

    public static StorageSettings h2(Path directory) {
        return new StorageSettings(Optional.empty(), directory, directory.resolve("secrets"), 16, 16, "test-h2");
    }

    public static TestStore on(Server server, String name) throws SQLException {
        return new TestStore(postgres(server, name), false);
    }

    /** As above, where several addresses lead to one database, whose nodes share a file with secrets. */
    public static TestStore on(Server server, Path secrets, String name) throws SQLException {
        return new TestStore(new StorageSettings(Optional.of(server), Path.of("unused"), secrets, 16, 16, name), false);
    }

    private static StorageSettings postgres(Server server, String name) {
        return new StorageSettings(Optional.of(server), Path.of("unused"), secrets(server), 16, 16, name);
    }

    private static Path secrets(Server server) {
        return SECRETS.resolve(server.url().replaceAll("[^0-9a-z]+", "-") + ".properties");
    }

    /** A node on a new database of the PostgreSQL server that all tests of this JVM share. */
    public static TestStore postgres(String name) throws SQLException {
        return new TestStore(postgres(PostgresServer.newDatabase(), name), true);
    }

    /** A node on a PostgreSQL database that was made elsewhere. */
    public static TestStore on(String url, String user, String name) throws SQLException {
        return on(new Server(url, user, ""), name);
    }

    /** The address of a new database of the PostgreSQL server that all tests of this JVM share, for {@link #on}. */
    public static String newPostgresUrl() {
        return PostgresServer.newDatabase().url();
    }

    /** How this node was opened. */
    public StorageSettings settings() {
        return settings;
    }

    /** Has this node do jobs of a type, until it is closed. */
    public void handle(JobHandler handler) {
        handlers.add(handler);
    }

    /** Runs a statement past the services, as an operator at the database's own console could. */
    public void execute(String statement) {
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A connection to the database past the services. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    public Transactions transactions() {
        return node.service(Transactions.class);
    }

    public Documents documents() {
        return node.service(Documents.class);
    }

    public EventLog events() {
        return node.service(EventLog.class);
    }

    public Cases cases() {
        return node.service(Cases.class);
    }

    public DueCases dues() {
        return node.service(DueCases.class);
    }

    public MessageLedger messages() {
        return node.service(MessageLedger.class);
    }

    public SmsParts smsParts() {
        return node.service(SmsParts.class);
    }

    public SentMessages sentMessages() {
        return node.service(SentMessages.class);
    }

    public Digests digests() {
        return node.service(Digests.class);
    }

    public Suppressions suppressions() {
        return node.service(Suppressions.class);
    }

    public Pseudonyms pseudonyms() {
        return node.service(Pseudonyms.class);
    }

    public AuditTrail audit() {
        return node.service(AuditTrail.class);
    }

    public UnitRegister units() {
        return node.service(UnitRegister.class);
    }

    public Grants grants() {
        return node.service(Grants.class);
    }

    public Accounts accounts() {
        return node.service(Accounts.class);
    }

    public ChangeBroadcast changes() {
        return node.service(ChangeBroadcast.class);
    }

    public Approvals approvals() {
        return node.service(Approvals.class);
    }

    public Namings namings() {
        return node.service(Namings.class);
    }

    public Clock clock() {
        return node.service(Clock.class);
    }

    public ArchiveRecords archive() {
        return node.service(ArchiveRecords.class);
    }

    public Retention retention() {
        return node.service(Retention.class);
    }

    public Jobs jobs() {
        return node.service(Jobs.class);
    }

    /** Another node on the same server. */
    public TestStore another(String name) throws SQLException {
        return new TestStore(postgres(settings.server().orElseThrow(), name), true);
    }

    @Override
    public void close() {
        node.close();
    }
}
