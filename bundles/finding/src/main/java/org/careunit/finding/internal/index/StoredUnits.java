package org.careunit.finding.internal.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypeList;
import org.careunit.api.settings.CareTypeList.CareType;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.SystemActor;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Units with what holds for them now. */
@Component(service = StoredUnits.class)
public final class StoredUnits implements UnitSource {

    private static final Actor FINDING = new SystemActor("finding");

    private final UnitRegister register;
    private final UnitSettings settings;
    private final CareTypeList careTypes;
    private final DirectoryNames directoryNames = new DirectoryNames();

    private record Said(
            Map<HsaId, CatchmentArea> areas,
            Map<HsaId, CareTypes> careTypes,
            Map<HsaId, UnitInformation> information) {}

    @Activate
    public StoredUnits(
            @Reference UnitRegister register, @Reference UnitSettings settings, @Reference CareTypeList careTypes) {
        this.register = register;
        this.settings = settings;
        this.careTypes = careTypes;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        directoryNames.directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        directoryNames.directory.compareAndSet(gone, null);
    }

    /**
     * Asks EK what units are called; says whether any is called otherwise than before. May take as long as EK takes.
     */
    public boolean askDirectory() {
        return directoryNames.ask(register.all().stream()
                .map(UnitRegister.Entry::unit)
                .map(CareUnit::id)
                .toList());
    }

    @Override
    public List<IndexedUnit> units() {
        Map<String, String> names =
                careTypes.all().stream().collect(Collectors.toMap(CareType::key, StoredUnits::words));
        Said said = new Said(
                settings.everywhere(FINDING, CatchmentArea.class),
                settings.everywhere(FINDING, CareTypes.class),
                settings.everywhere(FINDING, UnitInformation.class));
        return register.all().stream()
                .map(UnitRegister.Entry::unit)
                .map(unit -> candidate(unit, said, names))
                .toList();
    }

    private static String words(CareType type) {
        return Stream.concat(Stream.of(type.name()), type.words().stream()).collect(Collectors.joining(" "));
    }

    /** What the unit calls itself, what EK calls it and what it is registered as: people search by any of these. */
    private String names(CareUnit unit, UnitInformation information) {
        return Stream.of(information.name(), directoryNames.of(unit.id()), Optional.of(unit.name()))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private IndexedUnit candidate(CareUnit unit, Said said, Map<String, String> names) {
        UnitInformation information = said.information().getOrDefault(unit.id(), UnitInformation.NONE);
        Set<String> offered =
                said.careTypes().getOrDefault(unit.id(), CareTypes.NONE).keys();
        return new IndexedUnit(
                unit.id(),
                unit.state() == CareUnit.State.OPEN,
                names(unit, information),
                said.areas().getOrDefault(unit.id(), CatchmentArea.NONE),
                offered.stream().collect(Collectors.toMap(key -> key, key -> names.getOrDefault(key, key))));
    }
}
