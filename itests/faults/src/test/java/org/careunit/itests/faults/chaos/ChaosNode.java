package org.careunit.itests.faults.chaos;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.ChaosParts;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.JobHandler;

/** A node with all that follows from events, behind a proxy of its own where there is a server; it can be frozen. */
final class ChaosNode implements AutoCloseable {

    static final HsaId UNIT = new HsaId("SE1111111111-UNIT0");

    private static final String KIND = "chaos";
    private static final ThreadLocal<Long> BEGAN = ThreadLocal.withInitial(System::nanoTime);

    final TestStore store;
    final PlatformEvents events;
    final Cache<String, Long> versions;
    private final String name;
    private final Optional<TcpProxy> proxy;
    private final FaultyGateway gateway;
    private final Random random;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private boolean frozen;
    private volatile boolean isWell;

    private ChaosNode(TestStore store, String name, Optional<TcpProxy> proxy, World world, Setting setting) {
        this.store = store;
        this.name = name;
        this.proxy = proxy;
        this.random = new Random(setting.seed());
        this.gateway = new FaultyGateway(world, this, random);
        ChaosParts parts = ChaosParts.of(store, setting.base(), gateway, setting.digest(), this::hiccup);
        events = parts.events();
        versions = new Caches(store.transactions(), store.changes())
                .loading(
                        this::version,
                        change -> change.kind().equals(KIND) ? Optional.of(change.key()) : Optional.empty(),
                        CacheLimits.entries(100));
        parts.handlers().forEach(handler -> store.handle(stamped(handler)));
    }

    /** How a node is set up. */
    record Setting(long seed, Path base, boolean digest) {}

    static ChaosNode embedded(World world, Setting setting) throws SQLException {
        return new ChaosNode(
                TestStore.embedded(setting.base().resolve("h2")), "node", Optional.empty(), world, setting);
    }

    /** @param url of the server, past any proxy */
    static ChaosNode on(String url, String name, World world, Setting setting) throws SQLException, IOException {
        int port = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        TcpProxy proxy = new TcpProxy(port);
        String past = url.replace(":" + port + "/", ":" + proxy.port() + "/");
        TestStore store = TestStore.on(
                new StorageSettings.Server(past, "postgres", ""), setting.base().resolve("secrets"), name);
        return new ChaosNode(store, name, Optional.of(proxy), world, setting);
    }

    /** When the job that this thread does began. */
    static long beganRunning() {
        return BEGAN.get();
    }

    static DocumentId document(String key) {
        return new DocumentId(Scope.unit(UNIT), KIND, key);
    }

    /** What the store says, which the cache must say, too. */
    Optional<Long> version(String key) {
        return store.documents().newest(document(key)).map(Document::version);
    }

    String name() {
        return name;
    }

    void cut() {
        proxy.ifPresent(TcpProxy::cut);
    }

    void hang() {
        proxy.ifPresent(TcpProxy::hang);
    }

    void goOn() {
        proxy.ifPresent(TcpProxy::goOn);
    }

    /** Neither the database nor the gateway hears from this node from now on. */
    void freeze() {
        lock.lock();
        try {
            frozen = true;
        } finally {
            lock.unlock();
        }
        hang();
    }

    void thaw() {
        goOn();
        lock.lock();
        try {
            frozen = false;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitThaw() {
        lock.lock();
        try {
            while (frozen) {
                thawed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing fails any more. */
    void heal() {
        thaw();
        gateway.heal();
        isWell = true;
    }

    private void hiccup() {
        switch (isWell ? 100 : random.nextInt(200)) {
            case 0 -> throw new IllegalStateException("The settings' fault, on purpose");
            case 1 -> throw new AssertionError("The settings' error, on purpose");
            case 2 -> throw new UnavailableException("The settings are away, on purpose");
            default -> {
                // read as they should be
            }
        }
    }

    /** Notes when a job begins, for what its gateway asks. */
    private static JobHandler stamped(JobHandler handler) {
        return (JobHandler) Proxy.newProxyInstance(
                JobHandler.class.getClassLoader(), new Class<?>[] {JobHandler.class}, (proxy, called, arguments) -> {
                    if (called.getName().startsWith("run")) {
                        BEGAN.set(System.nanoTime());
                    }
                    try {
                        return called.invoke(handler, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public void close() {
        thaw();
        store.close();
        proxy.ifPresent(TcpProxy::close);
    }
}
