package org.careunit.terms.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Derived;

/** The terms in force as residents and staff ask for them; what they are made of is looked at only once something was changed. */
final class InForce {

    /** Twice what {@link Holding} remembers, since half of it stays for sure. */
    private static final int MOST = 400_000;

    private final KnownUnits units;
    private final Neighbours neighbours;
    private final Holding holding;
    private final Derived<Key, Optional<EffectiveTerms>> derived;

    InForce(
            Transactions transactions,
            Changes changes,
            Clock clock,
            KnownUnits units,
            Neighbours neighbours,
            Holding holding) {
        this.units = units;
        this.neighbours = neighbours;
        this.holding = holding;
        derived = new Derived<>(transactions, changes, clock, Key::unit, this::made, MOST);
    }

    /**
     * What holds; empty if there are no terms.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such unit, or it does not have the type
     */
    Optional<EffectiveTerms> of(HsaId unit, CaseTypeKey type) {
        return derived.get(new Key(unit, type));
    }

    private Derived.Made<Optional<EffectiveTerms>> made(Key key) {
        CareUnit unit = units.unit(key.unit());
        Instant until = holding.until(unit, key.type()).orElse(Instant.MAX);
        return new Derived.Made<>(
                holding.at(unit, neighbours.type(key.unit(), key.type())).terms(), until);
    }

    private record Key(HsaId unit, CaseTypeKey type) {}
}
