package org.careunit.settings.internal.sections;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.hours.HsaHours;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.telephone.Telephone;

/** Lays what a unit says of itself over what EK says. What EK says in a form that a unit may not use is left out. */
public final class InformationOverlay {

    private final OptionalServices neighbours;
    private final EffectiveSection effective;
    private final CareTypeProposals proposals;

    public InformationOverlay(OptionalServices neighbours, EffectiveSection effective, CareTypeCatalogue careTypes) {
        this.neighbours = neighbours;
        this.effective = effective;
        proposals = new CareTypeProposals(neighbours, careTypes, effective);
    }

    public ShownInformation of(CareUnit unit) {
        Optional<DirectoryAnswer<Optional<UnitEntry>>> asked = neighbours.entry(unit.id());
        Optional<UnitEntry> entry = asked.flatMap(DirectoryAnswer::found);
        UnitInformation own =
                effective.at(unit, SectionForms.ofUnit(UnitInformation.class)).content();
        UnitInformation said = entry.map(InformationOverlay::said).orElse(UnitInformation.NONE);
        return new ShownInformation(
                laidOver(said, own, unit.name()),
                own,
                asked.map(looked -> new DirectoryAnswer<>(said, looked.asOf(), looked.stale())),
                page(unit, entry),
                proposals.of(unit.id()),
                unreadable(entry, own));
    }

    private Optional<URI> page(CareUnit unit, Optional<UnitEntry> entry) {
        boolean shown = effective
                .at(unit, SectionForms.ofUnit(PageLink.class))
                .content()
                .shown();
        return entry.flatMap(UnitEntry::page).filter(page -> shown);
    }

    private static UnitInformation laidOver(UnitInformation said, UnitInformation own, String name) {
        return new UnitInformation(
                own.name().or(said::name).or(() -> Optional.of(name)),
                own.telephone().or(said::telephone).map(InformationOverlay::asWritten),
                either(own.visitingAddress(), said.visitingAddress()),
                either(own.postalAddress(), said.postalAddress()),
                own.directions().or(said::directions),
                either(own.openingHours(), said.openingHours()),
                either(own.telephoneHours(), said.telephoneHours()),
                either(own.dropInHours(), said.dropInHours()),
                own.page().or(said::page));
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
        return new UnitInformation(
                one(entry.name(), name -> new Single(name, null, null, null, null))
                        .name(),
                one(entry.telephone(), number -> new Single(null, number, null, null, null))
                        .telephone(),
                address(entry.visitingAddress()),
                address(entry.address()),
                one(entry.directions(), text -> new Single(null, null, null, text, null))
                        .directions(),
                hours(entry.openingHours()),
                hours(entry.telephoneHours()),
                hours(entry.dropInHours()),
                one(entry.ownPage(), page -> new Single(null, null, null, null, page))
                        .page());
    }

    private static List<String> address(List<String> lines) {
        return one(Optional.of(lines), said -> new Single(null, null, said, null, null))
                .postalAddress();
    }

    private static List<HoursSpan> hours(List<String> written) {
        return HsaHours.read(written)
                .filter(spans -> spans.size() <= UnitInformation.MOST_SPANS)
                .orElse(List.of());
    }

    /**
     * Hours of EK's that cannot be read, as they are written there, by the name of the value, where the unit has none
     * of its own.
     */
    private static Map<String, List<String>> unreadable(Optional<UnitEntry> entry, UnitInformation own) {
        Map<String, List<String>> unreadable = new TreeMap<>();
        entry.ifPresent(said -> {
            addUnreadable(unreadable, "openingHours", said.openingHours(), own.openingHours());
            addUnreadable(unreadable, "telephoneHours", said.telephoneHours(), own.telephoneHours());
            addUnreadable(unreadable, "dropInHours", said.dropInHours(), own.dropInHours());
        });
        return unreadable;
    }

    private static void addUnreadable(
            Map<String, List<String>> unreadable, String name, List<String> said, List<HoursSpan> own) {
        if (own.isEmpty() && !said.isEmpty() && hours(said).isEmpty()) {
            unreadable.put(name, said);
        }
    }

    /** The section with one value alone, so that a value in another form spoils no other. */
    private static <T> UnitInformation one(Optional<T> value, Function<T, Single> reading) {
        try {
            return value.map(reading).map(Single::section).orElse(UnitInformation.NONE);
        } catch (RefusedException otherForm) {
            return UnitInformation.NONE;
        }
    }

    /** One value of EK's; the others are null. */
    private record Single(String name, String telephone, List<String> address, String directions, URI page) {

        UnitInformation section() {
            return new UnitInformation(
                    Optional.ofNullable(name),
                    Optional.ofNullable(telephone),
                    List.of(),
                    address,
                    Optional.ofNullable(directions),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.ofNullable(page));
        }
    }
}
