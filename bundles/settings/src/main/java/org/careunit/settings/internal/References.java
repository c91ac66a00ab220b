package org.careunit.settings.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;

/** Looks whether what a section names exists, and whether it may be named. */
final class References {

    private final Neighbours neighbours;
    private final CareTypeCatalogue careTypes;
    private final Shelves shelves;

    References(Neighbours neighbours, UnitSections.Store store) {
        this.neighbours = neighbours;
        careTypes = store.careTypes();
        shelves = store.shelves();
    }

    /** @throws RefusedException if it names what does not exist */
    void check(Section section) {
        if (section instanceof CatchmentArea area) {
            check(area.rules());
        }
        if (section instanceof CareTypes offered) {
            careTypes.requireKnown(offered);
        }
    }

    /** @throws RefusedException if residents could read out of it which unit has written to them */
    void check(RegionSection section, CountyCode region) {
        if (section instanceof ResidentTexts texts) {
            names(region).filter(texts::mentions).findFirst().ifPresent(name -> {
                throw new RefusedException("The texts name the unit " + name
                        + ": write them without the names of units, so that who sees a message does not learn"
                        + " where its resident is a patient");
            });
        }
    }

    /** What units are called, by the register and in their own words. */
    private Stream<String> names(CountyCode region) {
        return shelves.units().stream()
                .filter(unit -> unit.region().equals(region))
                .flatMap(unit -> Stream.concat(Stream.of(unit.name()), ownName(unit).stream()));
    }

    private Optional<String> ownName(CareUnit unit) {
        return shelves.ofUnits(UnitInformation.class)
                .get(unit.id().value())
                .said()
                .flatMap(UnitInformation::name);
    }

    private void check(List<CatchmentArea.Rule> rules) {
        for (int place = 0; place < rules.size(); place++) {
            if (rules.get(place).municipality().isPresent()) {
                check(neighbours.geography(), rules.get(place), "/rules/" + place + "/municipality");
            }
        }
    }

    private static void check(Geography geography, CatchmentArea.Rule rule, String path) {
        if (geography.municipality(rule.municipality().orElseThrow()).isEmpty()) {
            throw new RefusedException(path + ": there is no municipality "
                    + rule.municipality().orElseThrow() + "; write the code of one in county " + rule.county());
        }
    }
}
