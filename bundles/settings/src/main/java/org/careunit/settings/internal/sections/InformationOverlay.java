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
import org.careunit.api.units.UnitNames;
import org.careunit.settings.internal.hours.HsaHours;
import org.careunit.settings.internal.names.DirectoryNames;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.telephone.Telephone;

/** Merges a unit's own information with EK's entry. Values of EK that a unit could not save are left out. */
public final class InformationOverlay {

    private final OptionalServices optionalServices;
    private final EffectiveSection effective;
    private final CareTypeProposals proposals;
    private final DirectoryNames names;

    public InformationOverlay(OptionalServices optionalServices, EffectiveSection effective, UnitSections.Store store) {
        this.optionalServices = optionalServices;
        this.effective = effective;
        proposals = new CareTypeProposals(optionalServices, store.careTypes(), effective);
        names = store.names();
    }

    public ShownInformation of(CareUnit unit) {
        Optional<DirectoryAnswer<Optional<UnitEntry>>> asked = optionalServices.entry(unit.id());
        Optional<UnitEntry> entry = asked.flatMap(DirectoryAnswer::found);
        UnitInformation own =
                effective.at(unit, SectionForms.ofUnit(UnitInformation.class)).content();
        UnitInformation said = entry.map(InformationOverlay::ofEntry).orElse(UnitInformation.NONE);
        Optional<String> called = asked.isPresent() ? said.name() : names.of(unit.id());
        return new ShownInformation(
                laidOver(said, own, new UnitNames(own.name(), called).shown(unit.name())),
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
                Optional.of(name),
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

    private static UnitInformation ofEntry(UnitEntry entry) {
        return new UnitInformation(
                name(entry),
                one(entry.telephone(), number -> new SingleValue(null, number, null, null, null))
                        .telephone(),
                address(entry.visitingAddress()),
                address(entry.address()),
                one(entry.directions(), text -> new SingleValue(null, null, null, text, null))
                        .directions(),
                hours(entry.openingHours()),
                hours(entry.telephoneHours()),
                hours(entry.dropInHours()),
                one(entry.ownPage(), page -> new SingleValue(null, null, null, null, page))
                        .page());
    }

    /** A unit's name in EK; empty if there is none, or it is not a valid name of a unit. */
    public static Optional<String> name(UnitEntry entry) {
        return one(entry.name(), name -> new SingleValue(name, null, null, null, null))
                .name();
    }

    private static List<String> address(List<String> lines) {
        return one(Optional.of(lines), said -> new SingleValue(null, null, said, null, null))
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
    private static <T> UnitInformation one(Optional<T> value, Function<T, SingleValue> reading) {
        try {
            return value.map(reading).map(SingleValue::section).orElse(UnitInformation.NONE);
        } catch (RefusedException otherForm) {
            return UnitInformation.NONE;
        }
    }

    /** One value of EK's; the others are null. */
    private record SingleValue(String name, String telephone, List<String> address, String directions, URI page) {

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
