package org.careunit.settings.internal.sections;

import java.util.stream.Collectors;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.caretypes.CareType;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.references.OptionalServices;

/** Proposes care types from a unit's business codes in EK; the unit decides. */
public final class CareTypeProposals {

    private final OptionalServices optionalServices;
    private final CareTypeCatalogue careTypes;
    private final EffectiveSection effective;

    public CareTypeProposals(
            OptionalServices optionalServices, CareTypeCatalogue careTypes, EffectiveSection effective) {
        this.optionalServices = optionalServices;
        this.careTypes = careTypes;
        this.effective = effective;
    }

    /** None if EK has no code, cannot be asked, or the catalogue knows none of them. */
    public CareTypes of(HsaId unit) {
        return optionalServices
                .entry(unit)
                .flatMap(DirectoryAnswer::found)
                .map(UnitEntry::businessCodes)
                .map(careTypes::keysOf)
                .map(CareTypes::new)
                .orElse(CareTypes.NONE);
    }

    /** Those that the unit does not have, in Swedish; blank if there are none. */
    public String note(CareUnit unit) {
        CareTypes chosen =
                effective.at(unit, SectionForms.ofUnit(CareTypes.class)).content();
        CareTypes proposed = of(unit.id());
        String missing = careTypes.all().stream()
                .filter(type -> proposed.keys().contains(type.key()))
                .filter(type -> !chosen.keys().contains(type.key()))
                .map(CareType::name)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : "Enligt verksamhetskoderna i EK passar även: " + missing + ".";
    }
}
