package org.careunit.settings.internal.sections;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.settings.internal.names.DirectoryNames;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.documents.DocumentVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the effective section of a unit: its own version, else its region's default, else Careunit's; a locked
 * section is the region's.
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
        RegionDefault<S> inherited = regionDefault(unit, form);
        return new Versioned<>(
                inherited.locked() ? inherited.section() : kept.readable().orElse(inherited.section()), kept.version());
    }

    /** The region's default. */
    public <S extends Section> RegionDefault<S> regionDefault(CareUnit unit, SectionForm<S> form) {
        return stores.defaults(form.type())
                .get(unit.region().value())
                .readable()
                .orElseGet(() -> new RegionDefault<>(form.unset(), false));
    }

    /** Of every unit; one whose section cannot be read is left out, since a default must not replace it. */
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

    /** A unit's names besides the registered one; its own name only if its section can be read. */
    public UnitNames names(CareUnit unit, DirectoryNames directory) {
        return new UnitNames(ownName(unit), directory.of(unit.id()));
    }

    /** As above, of every unit. */
    public Map<HsaId, UnitNames> namesEverywhere(DirectoryNames directory) {
        return stores.units().all().stream()
                .map(UnitRegister.Entry::unit)
                .collect(Collectors.toMap(CareUnit::id, unit -> names(unit, directory)));
    }

    private Optional<String> ownName(CareUnit unit) {
        try {
            return at(unit, SectionForms.ofUnit(UnitInformation.class))
                    .content()
                    .name();
        } catch (RefusedException unreadable) {
            return Optional.empty();
        }
    }
}
