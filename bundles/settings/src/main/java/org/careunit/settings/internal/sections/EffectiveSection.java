package org.careunit.settings.internal.sections;

import java.util.HashMap;
import java.util.Map;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.documents.DocumentVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds at a unit: what it has saved, else what its region says, else what Careunit does; a lock is the region's
 * word.
 */
public final class EffectiveSection {

    private static final Logger LOG = LoggerFactory.getLogger(EffectiveSection.class);

    private final SectionStores stores;

    public EffectiveSection(SectionStores stores) {
        this.stores = stores;
    }

    public <S extends Section> Versioned<S> at(CareUnit unit, SectionForm<S> form) {
        return at(unit, form, stores.ofUnits(form.type()).get(unit.id().value()));
    }

    public <S extends Section> Versioned<S> at(CareUnit unit, SectionForm<S> form, DocumentVersion<S> kept) {
        RegionDefault<S> told = told(unit, form);
        return new Versioned<>(told.locked() ? told.section() : kept.readable().orElse(told.section()), kept.version());
    }

    /** What the unit's region says. */
    public <S extends Section> RegionDefault<S> told(CareUnit unit, SectionForm<S> form) {
        return stores.defaults(form.type())
                .get(unit.region().value())
                .readable()
                .orElseGet(() -> new RegionDefault<>(form.unset(), false));
    }

    /** At every unit; one whose section cannot be read is left out, since no default may stand for it. */
    public <S extends Section> Map<HsaId, S> everywhere(SectionForm<S> form) {
        Map<HsaId, S> holds = new HashMap<>();
        for (UnitRegister.Entry entry : stores.units().all()) {
            CareUnit unit = entry.unit();
            try {
                holds.put(unit.id(), at(unit, form).content());
            } catch (RefusedException unreadable) {
                LOG.warn("Unit {} is left out of {}: {}", unit.id(), form.key(), unreadable.getMessage());
            }
        }
        return Map.copyOf(holds);
    }
}
