package org.careunit.storage.cache;

/**
 * Counts the invalidations of keys, so that a value that was read before one is not cached after it. Keys share
 * counters: an invalidation of another key now and then keeps a value from being cached, never the reverse. Guarded by
 * the cache's lock.
 */
final class Invalidations {

    private static final int COUNTERS = 256;

    private final long[] counters = new long[COUNTERS];
    private long ofAll;

    /** Number of invalidations of a key so far. */
    long of(Object key) {
        return counters[counter(key)] + ofAll;
    }

    void count(Object key) {
        counters[counter(key)]++;
    }

    void countAll() {
        ofAll++;
    }

    private static int counter(Object key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNTERS - 1);
    }
}
