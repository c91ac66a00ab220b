package org.careunit.finding.internal.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypeList;
import org.careunit.api.settings.CareTypeList.CareType;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.storage.SystemActor;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads the units with the settings that are in force for them now. */
@Component(service = StoredUnits.class)
public final class StoredUnits implements UnitSource {

    private static final Actor FINDING = new SystemActor("finding");

    private final UnitRegister register;
    private final UnitSettings settings;
    private final CareTypeList careTypes;

    private record UnitDecisions(
            Map<HsaId, CatchmentArea> areas, Map<HsaId, CareTypes> careTypes, Map<HsaId, UnitNames> names) {}

    @Activate
    public StoredUnits(
            @Reference UnitRegister register, @Reference UnitSettings settings, @Reference CareTypeList careTypes) {
        this.register = register;
        this.settings = settings;
        this.careTypes = careTypes;
    }

    @Override
    public List<IndexedUnit> units() {
        Map<String, String> names =
                careTypes.all().stream().collect(Collectors.toMap(CareType::key, StoredUnits::words));
        UnitDecisions said = new UnitDecisions(
                settings.everywhere(FINDING, CatchmentArea.class),
                settings.everywhere(FINDING, CareTypes.class),
                settings.namesEverywhere(FINDING));
        return register.all().stream()
                .map(UnitRegister.Entry::unit)
                .map(unit -> candidate(unit, said, names))
                .toList();
    }

    private static String words(CareType type) {
        return Stream.concat(Stream.of(type.name()), type.words().stream()).collect(Collectors.joining(" "));
    }

    private static IndexedUnit candidate(CareUnit unit, UnitDecisions said, Map<String, String> careTypes) {
        UnitNames names = said.names().getOrDefault(unit.id(), UnitNames.NONE);
        Set<String> offered =
                said.careTypes().getOrDefault(unit.id(), CareTypes.NONE).keys();
        return new IndexedUnit(
                unit.id(),
                unit.state() == CareUnit.State.OPEN,
                // people search by any of these
                String.join(" ", names.all(unit.name())),
                said.areas().getOrDefault(unit.id(), CatchmentArea.NONE),
                offered.stream().collect(Collectors.toMap(key -> key, key -> careTypes.getOrDefault(key, key))));
    }
}
