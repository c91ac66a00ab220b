package org.careunit.storage.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Transactions;

/**
 * What is made of the answers of several memories about a unit, and made anew once all of them have been told of what may concern it, or when
 * other things hold by themselves. A memory that listened itself could ask the others before they had heard. Within a transaction it
 * is made each time, since that reads what may yet be rolled back. Safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <V> what is made
 */
public final class Derived<K, V> {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Transactions transactions;
    private final Changes changes;
    private final Clock clock;
    private final Function<K, HsaId> unit;
    private final Function<K, Made<V>> make;
    private final Remembered<K, Held<V>> remembered;

    /**
     * @param unit whose it is
     * @param make asked when nothing that holds is remembered; what it throws is passed on
     * @param most how many are held at most, as in {@link Remembered}
     */
    public Derived(
            Transactions transactions,
            Changes changes,
            Clock clock,
            Function<K, HsaId> unit,
            Function<K, Made<V>> make,
            int most) {
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
        this.unit = unit;
        this.make = make;
        remembered = new Remembered<>(key -> Optional.of(held(key)), LONGEST, most);
    }

    /** What was made; never null. */
    public V get(K key) {
        if (transactions.isOpen()) {
            return make.apply(key).value();
        }
        return remembered
                .get(key, held -> holds(key, held))
                .orElseThrow()
                .made()
                .value();
    }

    /** Has everything made anew. */
    public void clear() {
        remembered.clear();
    }

    /** The count comes first: what is told meanwhile may be in what was made, or not. */
    private Held<V> held(K key) {
        long told = changes.told(unit.apply(key));
        return new Held<>(told, make.apply(key));
    }

    private boolean holds(K key, Held<V> held) {
        Instant until = held.made().until();
        return held.told() == changes.told(unit.apply(key))
                && (until.equals(Instant.MAX) || clock.instant().isBefore(until));
    }

    /**
     * What was made.
     *
     * @param value never null
     * @param until when another holds by itself; {@link Instant#MAX} for never
     */
    public record Made<V>(V value, Instant until) {}

    private record Held<V>(long told, Made<V> made) {}
}
