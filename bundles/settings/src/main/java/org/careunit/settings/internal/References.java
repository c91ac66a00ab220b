package org.careunit.settings.internal;

import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Geography;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;

/** Looks whether what a section names exists. */
final class References {

    private final Neighbours neighbours;
    private final CareTypeCatalogue careTypes;

    References(Neighbours neighbours, CareTypeCatalogue careTypes) {
        this.neighbours = neighbours;
        this.careTypes = careTypes;
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
