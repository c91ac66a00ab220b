package org.careunit.storage.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounded map that evicts entries that were not used recently. Entries are in two halves: when the recent half is full
 * it becomes the older one, and the former older half is evicted. Looking up takes no lock where the entry is in the
 * recent half.
 */
final class RecentEntries<K, E> {

    private volatile Map<K, E> recent = new ConcurrentHashMap<>();
    private volatile Map<K, E> older = new ConcurrentHashMap<>();
    private final int half;

    RecentEntries(int most) {
        half = (most + 1) / 2;
    }

    /** The entry of a key; null if there is none. */
    E get(K key) {
        E entry = recent.get(key);
        return entry == null && older.containsKey(key) ? movedToRecent(key) : entry;
    }

    private synchronized E movedToRecent(K key) {
        E entry = older.remove(key);
        if (entry == null) {
            return recent.get(key);
        }
        add(key, entry);
        return entry;
    }

    synchronized void put(K key, E entry) {
        older.remove(key);
        add(key, entry);
    }

    private void add(K key, E entry) {
        if (recent.size() >= half && !recent.containsKey(key)) {
            older = recent;
            recent = new ConcurrentHashMap<>();
        }
        recent.put(key, entry);
    }

    synchronized void remove(K key) {
        recent.remove(key);
        older.remove(key);
    }

    synchronized void clear() {
        recent.clear();
        older.clear();
    }

    synchronized int size() {
        return recent.size() + older.size();
    }
}
