package org.careunit.storage.internal.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.JdbcTransactions.Outcome;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.documents.ChangeNotifications.Notice;
import org.careunit.storage.internal.node.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes changes of this node and of other nodes to this node's listeners. A node also receives its own notices from
 * the database: that is how those of a commit whose answer was lost reach its listeners. An embedded store has no other
 * nodes.
 */
public final class NodeChangeBroadcast implements ChangeBroadcast, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeChangeBroadcast.class);

    /** A transaction that has announced more than this is taken to have changed everything. */
    private static final int MANY = 1_000;

    /** Behind the keys of the audit trails, whose locks are held longer. */
    private static final String NOTICES = "~ notices";

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Long> noticesOfUnits = new ConcurrentHashMap<>();
    private final AtomicLong noticesOfAll = new AtomicLong();
    private final OwnNotices own = new OwnNotices();

    @SuppressWarnings("ThreadLocalUsage") // one per store, of which a test has several
    private final ThreadLocal<Map<Change, Notice>> pending = new ThreadLocal<>();

    private final JdbcTransactions transactions;
    private final Optional<ChangeNotifications> others;

    public NodeChangeBroadcast(JdbcTransactions transactions, Sql sql, StorageSettings settings) {
        this.transactions = transactions;
        this.others = settings.server().map(server -> new ChangeNotifications(server, sql, new FromDatabase()));
    }

    @Override
    public void announce(Change change) {
        transactions.mustBeOpen();
        Map<Change, Notice> announced = pending.get();
        if (announced == null) {
            announced = begin();
        }
        announced.computeIfAbsent(change, this::prepared);
    }

    private Map<Change, Notice> begin() {
        Map<Change, Notice> announced = new LinkedHashMap<>();
        pending.set(announced);
        transactions.onEnd(outcome -> {
            pending.remove();
            end(List.copyOf(announced.values()), outcome);
        });
        return announced;
    }

    private Notice prepared(Change change) {
        Notice notice = new Notice(others.isPresent() ? own.begin() : 0, change);
        others.ifPresent(nodes -> transactions.beforeCommit(NOTICES, notice, nodes::send));
        return notice;
    }

    private void end(List<Notice> announced, Outcome outcome) {
        if (outcome == Outcome.COMMITTED) {
            announced.forEach(one -> own.committed(one.number()));
            announced.forEach(one -> notifyListeners(one.change()));
            return;
        }
        announced.forEach(one -> own.forget(one.number()));
        if (outcome == Outcome.UNKNOWN) {
            LOG.warn("The database's answer to a commit was lost: everything in memory is read again");
            notifyOfLostNotices();
        }
    }

    @Override
    public boolean isPending(Predicate<Change> change) {
        Map<Change, Notice> announced = pending.get();
        return announced != null
                && (announced.size() > MANY || announced.keySet().stream().anyMatch(change));
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public long noticesOf(HsaId unit) {
        return noticesOfAll.get() + noticesOfUnits.getOrDefault(unit.value(), 0L);
    }

    private void notifyListeners(Change change) {
        notifyAll(listener -> listener.changed(change));
        switch (change.scope().level()) {
            case UNIT -> noticesOfUnits.merge(change.scope().id(), 1L, Long::sum);
            case REGION -> noticesOfAll.incrementAndGet();
            case PLATFORM -> {} // no part of what units and regions decide
        }
    }

    private void notifyOfLostNotices() {
        notifyAll(Listener::noticesLost);
        noticesOfAll.incrementAndGet();
    }

    private void notifyAll(Consumer<Listener> notice) {
        for (Listener listener : listeners) {
            try {
                notice.accept(listener);
            } catch (RuntimeException failure) {
                LOG.warn("{} failed on hearing of a change; the change itself stands", listener, failure);
            }
        }
    }

    @Override
    public void close() {
        others.ifPresent(ChangeNotifications::close);
    }

    /** Receives notices from the database, those of this node, too. */
    private final class FromDatabase implements ChangeNotifications.Receiver {

        @Override
        public void changed(Change change) {
            notifyListeners(change);
        }

        @Override
        public void changedHere(Notice notice) {
            if (own.heard(notice.number())) {
                notifyListeners(notice.change());
            }
        }

        @Override
        public void noticesLost() {
            notifyOfLostNotices();
        }

        @Override
        public void connecting() {
            own.forgetCommitted();
        }
    }
}
