package org.careunit.storage.cache;

import java.util.Objects;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells every node what was changed in the store, so that memories forget it and hosts hear of it. Documents, grants and
 * units announce their changes themselves. Safe for use by many threads.
 */
@ProviderType
public interface Changes {

    /**
     * Announces a change: to this node's listeners once the transaction is committed, before its {@code call} returns; to the
     * other nodes' within a second.
     *
     * @throws IllegalStateException outside a transaction
     */
    void announce(Change change);

    /**
     * Tells a listener of every change from now on.
     *
     * @return ends that
     */
    Runnable listen(Listener listener);

    /**
     * How often all listeners have been told of what may concern a unit: its own changes, those of any region, and that anything may have
     * been changed; not those of the platform, whose accounts change with every look at the directory and are no part of what units
     * and regions decide. What {@link Derived} keeps stands until this is another.
     */
    long told(HsaId unit);

    /**
     * Something that was changed.
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
    }

    /** Hears of changes, on the thread that made them or on one of the store's; answers quickly and does not throw. */
    @ConsumerType
    interface Listener {

        /** This was changed. */
        void changed(Change change);

        /** Anything may have been changed: word from other nodes was lost, and is until this is no longer called each second. */
        void anything();
    }
}
