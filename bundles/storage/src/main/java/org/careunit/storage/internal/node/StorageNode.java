package org.careunit.storage.internal.node;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.careunit.operations.DaemonThreads;
import org.careunit.storage.Accounts;
import org.careunit.storage.Approvals;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.CaseMonths;
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
import org.careunit.storage.internal.archive.JdbcArchiveRecords;
import org.careunit.storage.internal.audit.AuditStartMark;
import org.careunit.storage.internal.audit.SealedAuditTrail;
import org.careunit.storage.internal.database.DatabaseClock;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Migrations;
import org.careunit.storage.internal.database.MonitoredPool;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.documents.JdbcDocuments;
import org.careunit.storage.internal.documents.NodeChangeBroadcast;
import org.careunit.storage.internal.documents.ScopeLocks;
import org.careunit.storage.internal.jobs.JdbcJobs;
import org.careunit.storage.internal.jobs.JobEngine;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.messages.JdbcCaseMonths;
import org.careunit.storage.internal.messages.JdbcCases;
import org.careunit.storage.internal.messages.JdbcDigests;
import org.careunit.storage.internal.messages.JdbcDueCases;
import org.careunit.storage.internal.messages.JdbcEventLog;
import org.careunit.storage.internal.messages.JdbcMessageLedger;
import org.careunit.storage.internal.messages.JdbcSentMessages;
import org.careunit.storage.internal.messages.JdbcSmsParts;
import org.careunit.storage.internal.messages.JdbcSuppressions;
import org.careunit.storage.internal.retention.JdbcRetention;
import org.careunit.storage.internal.secrets.HmacPseudonyms;
import org.careunit.storage.internal.secrets.SecretFile;
import org.careunit.storage.internal.secrets.SecretUses;
import org.careunit.storage.internal.units.GrantHistory;
import org.careunit.storage.internal.units.JdbcAccounts;
import org.careunit.storage.internal.units.JdbcApprovals;
import org.careunit.storage.internal.units.JdbcGrants;
import org.careunit.storage.internal.units.JdbcNamings;
import org.careunit.storage.internal.units.JdbcUnitRegister;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.SentMessages;
import org.careunit.storage.messages.SmsParts;
import org.careunit.storage.messages.Suppressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open store on this node: its connections, the services over the tables, and the job engine. */
public final class StorageNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StorageNode.class);
    private static final long CLOCK_SECONDS = 10;

    private final Deque<Runnable> onClose = new ArrayDeque<>();
    private final Map<Class<?>, Object> services = new LinkedHashMap<>();
    private final HikariDataSource pool;
    private final ScheduledExecutorService timer;
    private final MonitoredPool source;
    private final Path secrets;
    private SecretUses secretUses;
    private JobEngine engine;

    /**
     * Opens the store, migrates it if need be, and starts the engine. If it fails, nothing is left open.
     *
     * @throws SQLException if the database cannot be reached
     */
    public static StorageNode open(StorageSettings settings, JobHandlers handlers) throws SQLException {
        return open(settings, handlers, new OpeningAttempt());
    }

    /** As above, by an attempt that another thread may abort. */
    static StorageNode open(StorageSettings settings, JobHandlers handlers, OpeningAttempt opening)
            throws SQLException {
        HikariDataSource pool = Pools.open(settings);
        opening.onAbort(() -> Pools.close(pool));
        return open(settings, handlers, pool, opening);
    }

    /** As above, over a pool that the caller has made; it is closed with the node. */
    public static StorageNode open(StorageSettings settings, JobHandlers handlers, HikariDataSource pool)
            throws SQLException {
        return open(settings, handlers, pool, new OpeningAttempt());
    }

    private static StorageNode open(
            StorageSettings settings, JobHandlers handlers, HikariDataSource pool, OpeningAttempt opening)
            throws SQLException {
        try {
            Migrations migrations = Migrations.of(settings, pool);
            opening.onAbort(migrations::abort);
            migrations.run();
        } catch (SQLException | RuntimeException | Error failure) {
            opening.end();
            Pools.close(pool);
            throw failure;
        }
        return openMigrated(settings, handlers, pool, StorageNode::databaseClock, opening);
    }

    /** As above, over a database that has been migrated. */
    public static StorageNode openMigrated(StorageSettings settings, JobHandlers handlers, HikariDataSource pool)
            throws SQLException {
        return openMigrated(settings, handlers, pool, StorageNode::databaseClock, new OpeningAttempt());
    }

    /** As above, with all that is stored and due going by the given clock instead of the database's. */
    public static StorageNode openMigrated(
            StorageSettings settings, JobHandlers handlers, HikariDataSource pool, Clock clock) throws SQLException {
        return openMigrated(settings, handlers, pool, node -> clock, new OpeningAttempt());
    }

    private static StorageNode openMigrated(
            StorageSettings settings,
            JobHandlers handlers,
            HikariDataSource pool,
            ClockOfNode clock,
            OpeningAttempt opening)
            throws SQLException {
        StorageNode node = new StorageNode(settings, pool);
        try {
            node.start(handlers, settings, clock.of(node));
            return node;
        } catch (SQLException | RuntimeException | Error failure) {
            opening.end();
            node.close();
            throw failure;
        }
    }

    private StorageNode(StorageSettings settings, HikariDataSource pool) {
        this.pool = pool;
        this.secrets = settings.secrets();
        this.timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.numbered("careunit-storage"));
        this.source = new MonitoredPool(pool, timer, Clock.systemUTC());
        onClose.push(() -> Pools.close(pool));
        onClose.push(timer::shutdownNow);
    }

    /** Registers a resource to be closed with the node, also if a later step fails. */
    private void start(JobHandlers handlers, StorageSettings settings, Clock clock) throws SQLException {
        HmacPseudonyms pseudonyms = HmacPseudonyms.open(settings.secrets(), new Sql(new JdbcTransactions(pool), pool));
        JdbcTransactions transactions = new JdbcTransactions(source);
        Sql sql = new Sql(transactions, source);
        secretUses = new SecretUses(sql, pseudonyms);
        services.put(Pseudonyms.class, pseudonyms);
        engine = new JobEngine(settings, handlers, transactions, sql, clock, source);
        onClose.push(engine::close);
        NodeChangeBroadcast changes = new NodeChangeBroadcast(transactions, sql, settings);
        onClose.push(changes::close);
        services.put(ChangeBroadcast.class, changes);
        services.put(Transactions.class, transactions);
        services.put(EventLog.class, new JdbcEventLog(sql));
        services.put(DueCases.class, new JdbcDueCases(sql));
        services.put(CaseMonths.class, new JdbcCaseMonths(sql));
        Cases cases = new JdbcCases(transactions, sql, settings.isEmbedded());
        services.put(Cases.class, cases);
        registerMessages(transactions, sql, pseudonyms, clock, settings.isEmbedded());
        SealedAuditTrail audit = new SealedAuditTrail(transactions, sql, clock, pseudonyms);
        audit.begin(new SecretFileMark(new SecretFile(secrets), settings.database()));
        services.put(AuditTrail.class, audit);
        ScopeLocks locks = new ScopeLocks(transactions, sql);
        Documents documents = new JdbcDocuments(transactions, sql, clock, changes, audit, locks);
        services.put(Documents.class, documents);
        Jobs jobs = new JdbcJobs(transactions, sql, handlers, clock, engine);
        services.put(Jobs.class, jobs);
        services.put(Retention.class, new JdbcRetention(transactions, sql, cases, jobs));
        services.put(UnitRegister.class, new JdbcUnitRegister(transactions, sql, changes));
        services.put(
                Grants.class, new JdbcGrants(transactions, sql, clock, changes, locks, new GrantHistory(documents)));
        services.put(Approvals.class, new JdbcApprovals(transactions, sql, pseudonyms));
        services.put(Namings.class, new JdbcNamings(sql, pseudonyms));
        services.put(Accounts.class, new JdbcAccounts(transactions, sql, clock, changes, pseudonyms));
        services.put(ArchiveRecords.class, new JdbcArchiveRecords(sql));
        services.put(Clock.class, clock);
        LOG.info("The store is open: {}", settings.place());
    }

    private void registerMessages(
            JdbcTransactions transactions, Sql sql, HmacPseudonyms pseudonyms, Clock clock, boolean embedded) {
        services.put(
                MessageLedger.class,
                new JdbcMessageLedger(
                        transactions, sql, clock, () -> pseudonyms.newest(Pseudonyms.Purpose.ADDRESS), embedded));
        services.put(SentMessages.class, new JdbcSentMessages(transactions, sql));
        services.put(SmsParts.class, new JdbcSmsParts(transactions, sql));
        services.put(Digests.class, new JdbcDigests(transactions, sql));
        services.put(Suppressions.class, new JdbcSuppressions(sql, pseudonyms, clock));
    }

    /** The services of this node, each by the interface it is known by. */
    public Map<Class<?>, Object> services() {
        return Map.copyOf(services);
    }

    /** The file with the secrets. */
    public Path secrets() {
        return secrets;
    }

    /** What was made with which of the secrets. */
    public SecretUses secretUses() {
        return secretUses;
    }

    /** Whether the database is out of reach at the moment. */
    public boolean isOut() {
        return source.isOn();
    }

    /** Has this node look for jobs that have become due, as after its clock was moved. */
    public void look() {
        engine.look(service(Clock.class).instant());
    }

    /** Whether there is nothing that this node could do now: no job runs, is due, or is ready and does not rest. */
    public boolean isIdle() {
        return engine.isIdle();
    }

    public <T> T service(Class<T> type) {
        return type.cast(services.get(type));
    }

    /** Lets running jobs end, for some seconds, and gives everything back. */
    @Override
    public void close() {
        onClose.forEach(Runnable::run);
    }

    private static Clock databaseClock(StorageNode node) throws SQLException {
        DatabaseClock clock = new DatabaseClock(node.pool);
        node.timer.scheduleWithFixedDelay(() -> synchronise(clock), CLOCK_SECONDS, CLOCK_SECONDS, TimeUnit.SECONDS);
        return clock;
    }

    private static void synchronise(DatabaseClock clock) {
        try {
            clock.synchronise();
        } catch (SQLException outage) {
            LOG.debug("The database's clock cannot be read now; the last reading is carried on", outage);
        }
    }

    /** In the file with the secrets, which who can write the database cannot write. */
    private record SecretFileMark(SecretFile file, String database) implements AuditStartMark {

        @Override
        public boolean isSet() {
            return file.isAuditBegun(database);
        }

        @Override
        public void set() {
            file.auditBegun(database);
        }

        @Override
        public String toString() {
            return database + " in the line AUDIT.begun";
        }
    }

    /** The clocks of a node. */
    @FunctionalInterface
    private interface ClockOfNode {
        Clock of(StorageNode node) throws SQLException;
    }
}
