package org.careunit.terms.internal;

import java.time.Duration;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Remembered;

/** The units that have joined, from memory. */
final class KnownUnits implements Changes.Listener {

    private final Remembered<HsaId, CareUnit> remembered;

    KnownUnits(UnitRegister register) {
        remembered = new Remembered<>(
                unit -> register.find(unit).map(UnitRegister.Entry::unit), Duration.ofHours(6), 100_000);
    }

    /** @throws RefusedException if it has not joined */
    CareUnit unit(HsaId id) {
        return remembered
                .get(id)
                .orElseThrow(() -> new RefusedException("There is no unit " + id + ": register it first"));
    }

    @Override
    public void changed(Changes.Change change) {
        if (change.scope().level() == Scope.Level.UNIT) {
            remembered.drop(new HsaId(change.scope().id()));
        }
    }

    @Override
    public void anything() {
        remembered.clear();
    }
}
