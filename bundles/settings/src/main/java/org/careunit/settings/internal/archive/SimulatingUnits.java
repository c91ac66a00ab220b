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

/** Which units simulate: nothing of theirs goes to the archive meanwhile, and the host is told nothing of it. */
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
