package org.careunit.storage.cache;

import java.util.Objects;
import java.util.function.Predicate;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends notices of changes in the store to every node, so that caches are invalidated and hosts can refresh. Documents,
 * grants and units announce their changes themselves. Safe for use by many threads.
 */
@ProviderType
public interface ChangeBroadcast {

    /**
     * Announces a change: to this node's listeners once the transaction is committed, before its {@code call} returns;
     * to the other nodes' within a second. If it is unknown whether the commit took effect, this node's listeners hear
     * {@link Listener#noticesLost}, and the change itself should it be committed after that.
     *
     * @throws IllegalStateException outside a transaction
     */
    void announce(Change change);

    /**
     * Adds a listener, which hears every change from now on.
     *
     * @return removes it
     */
    Runnable listen(Listener listener);

    /**
     * Whether this thread's transaction has announced such a change, which other threads do not see yet; false outside
     * a transaction.
     */
    boolean isPending(Predicate<Change> change);

    /**
     * Number of notices so far that may concern a unit, counted once all listeners have received them: its own changes,
     * those of any region, and {@link Listener#noticesLost}; not those of the platform, whose accounts change with
     * every look at the directory and are no part of what units and regions decide. Values in a {@link DerivedCache}
     * are valid as long as this number stays the same.
     */
    long noticesOf(HsaId unit);

    /**
     * A change in the store.
     *
     * @param scope whose it is; never null
     * @param kind what it is, for example {@code settings}; never null
     * @param key which of that kind, for example a section; never null
     */
    record Change(Scope scope, String kind, String key) {
        public Change {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(key, "key");
        }

        /** Whether it may concern a unit: its own change, or one of any region. */
        public boolean mayConcern(HsaId unit) {
            return switch (scope.level()) {
                case UNIT -> scope.id().equals(unit.value());
                case REGION -> true;
                case PLATFORM -> false;
            };
        }
    }

    /**
     * Receives change notices, on the thread that made the change or on one of the store's; returns quickly and does
     * not throw.
     */
    @ConsumerType
    interface Listener {

        /** Called for one change. */
        void changed(Change change);

        /** Called when anything may have changed because notices were lost; called each second while that lasts. */
        void noticesLost();
    }
}
