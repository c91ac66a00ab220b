package org.careunit.storage.cache;

import java.util.Optional;
import java.util.function.Function;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.ChangeBroadcast.Change;

/**
 * The changes that this thread's transaction has made to the rows of one cache and not committed yet.
 *
 * @param changed the key that a change is about; empty if it is about none of the cache
 */
record PendingChanges<K>(Transactions transactions, ChangeBroadcast broadcast, Function<Change, Optional<K>> changed) {

    boolean isInTransaction() {
        return transactions.isOpen();
    }

    boolean include(K key) {
        return broadcast.isPending(
                change -> changed.apply(change).filter(key::equals).isPresent());
    }

    boolean any() {
        return broadcast.isPending(change -> changed.apply(change).isPresent());
    }
}
