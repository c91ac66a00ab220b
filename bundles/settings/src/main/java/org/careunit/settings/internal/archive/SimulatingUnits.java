package org.careunit.settings.internal.archive;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Simulated;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.sections.SectionStores;

/** Finds which units are simulating: their cases are not archived meanwhile, and nothing is reported to the host. */
final class SimulatingUnits {

    private SimulatingUnits() {}

    static Set<HsaId> of(SectionStores stores) {
        return new EffectiveSection(stores)
                .everywhere(SectionForms.ofUnit(Simulated.class)).entrySet().stream()
                        .filter(entry -> entry.getValue().on())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    static boolean contains(SectionStores stores, CareUnit unit) {
        return new EffectiveSection(stores)
                .at(unit, SectionForms.ofUnit(Simulated.class))
                .content()
                .on();
    }
}
