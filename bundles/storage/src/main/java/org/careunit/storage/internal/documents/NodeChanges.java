package org.careunit.storage.internal.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.node.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes that this node makes and those it hears of; an embedded store has no other nodes. */
public final class NodeChanges implements Changes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeChanges.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Long> toldOfUnits = new ConcurrentHashMap<>();
    private final AtomicLong toldOfAll = new AtomicLong();
    private final JdbcTransactions transactions;
    private final Optional<ChangeWire> wire;

    public NodeChanges(JdbcTransactions transactions, Sql sql, StorageSettings settings) {
        this.transactions = transactions;
        this.wire = settings.server().map(server -> new ChangeWire(server, sql, this::tell, this::tellOfAnything));
    }

    @Override
    public void announce(Change change) {
        transactions.mustBeOpen();
        wire.ifPresent(others -> others.send(change));
        transactions.afterCommit(() -> tell(change));
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public long told(HsaId unit) {
        return toldOfAll.get() + toldOfUnits.getOrDefault(unit.value(), 0L);
    }

    private void tell(Change change) {
        tellAll(listener -> listener.changed(change));
        switch (change.scope().level()) {
            case UNIT -> toldOfUnits.merge(change.scope().id(), 1L, Long::sum);
            case REGION -> toldOfAll.incrementAndGet();
            case PLATFORM -> {} // no part of what units and regions decide
        }
    }

    private void tellOfAnything() {
        tellAll(Listener::anything);
        toldOfAll.incrementAndGet();
    }

    private void tellAll(Consumer<Listener> word) {
        for (Listener listener : listeners) {
            try {
                word.accept(listener);
            } catch (RuntimeException failure) {
                LOG.warn("{} failed on hearing of a change; the change itself stands", listener, failure);
            }
        }
    }

    @Override
    public void close() {
        wire.ifPresent(ChangeWire::close);
    }
}
