package org.careunit.storage.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;

/**
 * Rows of one kind with transactions and notices, all in memory, as caches see them; a test lets things happen during a
 * read.
 */
final class FakeStore implements Transactions, ChangeBroadcast {

    static final String KIND = "row";

    final Map<String, Integer> rows = new ConcurrentHashMap<>();
    final List<String> loads = new CopyOnWriteArrayList<>();
    volatile Consumer<String> afterRead = key -> {};
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> notices = new ConcurrentHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // one per store, of which a test has several
    private final ThreadLocal<List<Change>> pending = new ThreadLocal<>();

    static Change change(String key) {
        return new Change(Scope.unit(unit(key)), KIND, key);
    }

    static HsaId unit(String key) {
        return new HsaId("SE1111111111-" + key);
    }

    static Optional<String> changed(Change change) {
        return change.kind().equals(KIND) ? Optional.of(change.key()) : Optional.empty();
    }

    Optional<Integer> read(String key) {
        loads.add(key);
        Optional<Integer> row = Optional.ofNullable(rows.get(key));
        afterRead.accept(key);
        return row;
    }

    Map<String, Integer> readAll() {
        loads.add("all");
        Map<String, Integer> all = Map.copyOf(rows);
        afterRead.accept("all");
        return all;
    }

    /** As another node or thread does: committed first, then told. */
    void commit(String key, int value) {
        rows.put(key, value);
        tell(key);
    }

    void tell(String key) {
        listeners.forEach(listener -> listener.changed(change(key)));
        count(key);
    }

    void tellAnything() {
        listeners.forEach(Listener::noticesLost);
        rows.keySet().forEach(this::count);
    }

    private void count(String key) {
        notices.computeIfAbsent(unit(key).value(), unit -> new AtomicLong()).incrementAndGet();
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        pending.set(new ArrayList<>());
        try {
            return work.get();
        } finally {
            pending.remove();
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        throw new UnsupportedOperationException("Caches wait for no commit");
    }

    @Override
    public boolean isOpen() {
        return pending.get() != null;
    }

    @Override
    public void announce(Change change) {
        pending.get().add(change);
    }

    @Override
    public boolean isPending(Predicate<Change> change) {
        return isOpen() && pending.get().stream().anyMatch(change);
    }

    @Override
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public long noticesOf(HsaId unit) {
        AtomicLong count = notices.get(unit.value());
        return count == null ? 0 : count.get();
    }
}
