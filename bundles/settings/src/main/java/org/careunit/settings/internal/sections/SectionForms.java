package org.careunit.settings.internal.sections;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitInformation;
import org.careunit.settings.internal.problems.SettingsProblem;

/** All sections, in the order of the guide. */
public final class SectionForms {

    /** Those of a unit. */
    public static final List<SectionForm<? extends Section>> OF_UNITS = List.of(
            form("email-notification", "Avisering via e-post", EmailNotification.OFF),
            form("archive-export", "Export av ärenden till arkiv", ArchiveExport.DEFAULT),
            form("catchment-area", "Geografiskt betjäningsområde", CatchmentArea.NONE),
            form("record-system-notification", "Journalavisering", RecordSystemNotification.OFF),
            form("listing-requests", "Listningsönskemål", ListingRequests.OFF),
            form("staff-reminder", "Påminnelse via e-post till vårdgivare", StaffReminder.DEFAULT),
            form("resident-reminder", "Påminnelse till invånare", ResidentReminder.DEFAULT),
            form("page-link", "Ta bort länk till 1177.se", PageLink.SHOWN),
            form("unit-information", "Uppgifter om mottagningen", UnitInformation.NONE),
            form("care-types", "Vårdtyper", CareTypes.NONE),
            form("other-information", "Övrig information", OtherInformation.NONE),
            form("closed-days", "Stängda dagar", ClosedDays.NONE),
            form("sending-hours", "Tider för att skicka ärenden", SendingHours.ANY_TIME),
            form("daily-caps", "Högsta antal ärenden per dag", DailyCaps.NONE),
            form("pauses", "Pauser", Pauses.NONE),
            form("messages", "Meddelanden till personal", StaffMessages.DEFAULT),
            form("simulated", "Simulerat läge", Simulated.OFF));

    /** Those of a region. */
    public static final List<SectionForm<? extends RegionSection>> OF_REGIONS = List.of(
            form("support-contact", "Supportkontakt", SupportContact.NONE),
            form("quiet-hours", "Tider utan utskick", QuietHours.DEFAULT),
            form("resident-texts", "Texter till invånare", ResidentTexts.DEFAULT));

    private static final Map<Class<?>, SectionForm<?>> BY_TYPE = Stream.concat(OF_UNITS.stream(), OF_REGIONS.stream())
            .collect(Collectors.toUnmodifiableMap(SectionForm::type, form -> form));

    private SectionForms() {}

    /** A section of a unit; each has a form. */
    public static <S extends Section> SectionForm<S> ofUnit(Class<S> section) {
        return typed(section);
    }

    /** A section of a region; each has a form. */
    public static <S extends RegionSection> SectionForm<S> ofRegion(Class<S> section) {
        return typed(section);
    }

    @SuppressWarnings("unchecked") // a form of this type is of this kind
    private static <T> SectionForm<T> typed(Class<T> section) {
        return (SectionForm<T>) BY_TYPE.get(section);
    }

    /** A section of a unit by its key, as people write it. */
    public static SectionForm<? extends Section> ofUnit(String key) {
        return named(OF_UNITS, key);
    }

    /** A section of a region by its key, as people write it. */
    public static SectionForm<? extends RegionSection> ofRegion(String key) {
        return named(OF_REGIONS, key);
    }

    @SuppressWarnings("unchecked") // a record's class is of its own kind
    private static <T> SectionForm<T> form(String key, String title, T unset) {
        return new SectionForm<>(key, title, (Class<T>) unset.getClass(), unset, 1);
    }

    private static <F extends SectionForm<?>> F named(List<F> forms, String key) {
        return forms.stream()
                .filter(form -> form.key().equals(key))
                .findFirst()
                .orElseThrow(() -> SettingsProblem.NO_SECTION.refused(
                        forms.stream().map(SectionForm::key).collect(Collectors.joining(", "))));
    }
}
