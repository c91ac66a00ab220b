package org.careunit.storage.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.careunit.storage.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes that this node makes and those it hears of; an embedded store has no other nodes. */
final class NodeChanges implements Changes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeChanges.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final JdbcTransactions transactions;
    private final Optional<ChangeWire> wire;

    NodeChanges(JdbcTransactions transactions, Sql sql, StorageSettings settings) {
        this.transactions = transactions;
        this.wire = settings.server()
                .map(server -> new ChangeWire(server, sql, this::tell, () -> tellAll(Listener::anything)));
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

    private void tell(Change change) {
        tellAll(listener -> listener.changed(change));
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
