package org.careunit.finding.internal;

import java.util.List;
import java.util.Map;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.UnitRegister;

/** Units with what holds for them now. */
record StoredUnits(UnitRegister register, UnitSettings settings) implements Source {

    private static final Actor FINDING = new Actor.Internal("finding");

    @Override
    public List<Candidate> units() {
        Map<HsaId, CatchmentArea> areas = settings.everywhere(FINDING, CatchmentArea.class);
        Map<HsaId, CareTypes> careTypes = settings.everywhere(FINDING, CareTypes.class);
        return register.all().stream()
                .map(UnitRegister.Entry::unit)
                .map(unit -> candidate(unit, areas, careTypes))
                .toList();
    }

    private static Candidate candidate(
            CareUnit unit, Map<HsaId, CatchmentArea> areas, Map<HsaId, CareTypes> careTypes) {
        return new Candidate(
                unit.id(),
                unit.state() == CareUnit.State.OPEN,
                unit.name(),
                areas.getOrDefault(unit.id(), CatchmentArea.NONE),
                careTypes.getOrDefault(unit.id(), CareTypes.NONE).keys());
    }
}
