package org.careunit.storage.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.careunit.storage.Changes;
import org.careunit.storage.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes that this node makes and those it hears of; an embedded store has no other nodes. */
final class NodeChanges implements Changes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeChanges.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Scope, Long> told = new ConcurrentHashMap<>();
    private final AtomicLong toldOfAnything = new AtomicLong();
    private final JdbcTransactions transactions;
    private final Optional<ChangeWire> wire;

    NodeChanges(JdbcTransactions transactions, Sql sql, StorageSettings settings) {
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
    public long told(Scope scope) {
        return toldOfAnything.get() + told.getOrDefault(scope, 0L);
    }

    private void tell(Change change) {
        tellAll(listener -> listener.changed(change));
        told.merge(change.scope(), 1L, Long::sum);
    }

    private void tellOfAnything() {
        tellAll(Listener::anything);
        toldOfAnything.incrementAndGet();
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
