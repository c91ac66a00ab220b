package org.careunit.settings.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.directory.Looked;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.telephone.Telephone;

/** Lays what a unit says of itself over what EK says. What EK says in a form that a unit may not use is left out. */
final class Information {

    private final Neighbours neighbours;
    private final Effective effective;
    private final Proposals proposals;

    Information(Neighbours neighbours, Effective effective, CareTypeCatalogue careTypes) {
        this.neighbours = neighbours;
        this.effective = effective;
        proposals = new Proposals(neighbours, careTypes, effective);
    }

    ShownInformation of(CareUnit unit) {
        Optional<Looked<Optional<UnitEntry>>> asked = neighbours.entry(unit.id());
        Optional<UnitEntry> entry = asked.flatMap(Looked::found);
        UnitInformation own =
                effective.at(unit, SectionForms.ofUnit(UnitInformation.class)).section();
        UnitInformation said = entry.map(Information::said).orElse(UnitInformation.NONE);
        return new ShownInformation(
                laidOver(said, own, unit.name()),
                own,
                asked.map(looked -> new Looked<>(said, looked.asOf(), looked.stale())),
                page(unit, entry),
                proposals.of(unit.id()));
    }

    private Optional<URI> page(CareUnit unit, Optional<UnitEntry> entry) {
        boolean shown = effective
                .at(unit, SectionForms.ofUnit(PageLink.class))
                .section()
                .shown();
        return entry.flatMap(UnitEntry::page).filter(page -> shown);
    }

    private static UnitInformation laidOver(UnitInformation said, UnitInformation own, String name) {
        return new UnitInformation(
                own.name().or(said::name).or(() -> Optional.of(name)),
                own.telephone().or(said::telephone).map(Information::asWritten),
                either(own.visitingAddress(), said.visitingAddress()),
                either(own.postalAddress(), said.postalAddress()),
                own.directions(),
                either(own.openingHours(), said.openingHours()),
                either(own.telephoneHours(), said.telephoneHours()),
                either(own.dropInHours(), said.dropInHours()),
                own.page());
    }

    private static String asWritten(String telephone) {
        try {
            return Telephone.of(telephone).shown();
        } catch (RefusedException otherForm) {
            return telephone; // such as a short number of EK's
        }
    }

    private static <T> List<T> either(List<T> own, List<T> said) {
        return own.isEmpty() ? said : own;
    }

    private static UnitInformation said(UnitEntry entry) {
        UnitInformation name = allowed(entry.name(), value -> information(value, null, List.of()));
        UnitInformation telephone = allowed(entry.telephone(), value -> information(null, value, List.of()));
        UnitInformation address = allowed(Optional.of(entry.address()), value -> information(null, null, value));
        return new UnitInformation(
                name.name(),
                telephone.telephone(),
                List.of(),
                address.postalAddress(),
                Optional.empty(),
                hours(entry.openingHours()),
                hours(entry.telephoneHours()),
                List.of(),
                Optional.empty());
    }

    private static UnitInformation information(String name, String telephone, List<String> address) {
        return new UnitInformation(
                Optional.ofNullable(name),
                Optional.ofNullable(telephone),
                List.of(),
                address,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static <T> UnitInformation allowed(Optional<T> value, Function<T, UnitInformation> reading) {
        try {
            return value.map(reading).orElse(UnitInformation.NONE);
        } catch (RefusedException otherForm) {
            return UnitInformation.NONE;
        }
    }

    private static List<HoursSpan> hours(List<String> written) {
        List<HoursSpan> spans = new ArrayList<>();
        for (String span : written) {
            try {
                spans.add(new HoursSpan(span));
            } catch (RefusedException otherForm) {
                return List.of();
            }
        }
        return spans;
    }
}
