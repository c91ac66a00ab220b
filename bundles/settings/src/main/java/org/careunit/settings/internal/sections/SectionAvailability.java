package org.careunit.settings.internal.sections;

import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.Phrase;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.SupportSentence;
import org.careunit.settings.internal.archive.ArchiveCalendar;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.references.OptionalServices;

/** Determines which sections a unit has, with notes about them in Swedish. */
public final class SectionAvailability {

    private static final Answer WITHOUT_NOTE = new Answer(Availability.HAS, new Phrase("", ""));

    private final OptionalServices optionalServices;
    private final SectionStores stores;
    private final ArchiveCalendar archive;
    private final CareTypeProposals proposals;

    public SectionAvailability(
            OptionalServices optionalServices, UnitSections.Store store, EffectiveSection effective) {
        this.optionalServices = optionalServices;
        stores = store.stores();
        archive = new ArchiveCalendar(optionalServices, effective);
        proposals = new CareTypeProposals(optionalServices, store.careTypes(), effective);
    }

    public Answer of(CareUnit unit, SectionForm<? extends Section> form) {
        if (form.type() == RecordSystemNotification.class) {
            return recordSystem(unit);
        }
        if (form.type() == ListingRequests.class) {
            return listingRequests(unit);
        }
        if (form.type() == ArchiveExport.class) {
            return new Answer(Availability.HAS, new Phrase(archive.note(unit), ""));
        }
        if (form.type() == CareTypes.class) {
            return new Answer(Availability.HAS, new Phrase(proposals.note(unit), ""));
        }
        return form.type() == PageLink.class ? pageLink(unit) : WITHOUT_NOTE;
    }

    /**
     * Requires that a unit has a section.
     *
     * @throws RefusedException if the unit does not have this section
     * @throws UnavailableException if that cannot be found out now
     */
    public void require(CareUnit unit, SectionForm<? extends Section> form) {
        Answer answer = of(unit, form);
        if (answer.known() == Availability.HAS_NOT) {
            throw SettingsProblem.NOT_AT_UNIT.refused(unit.id(), form.title(), answer.note());
        }
        if (answer.known() == Availability.NOT_NOW) {
            throw new UnavailableException(
                    UnavailableProblem.DIRECTORY,
                    "The directory cannot be asked now whether " + unit.id() + " has the section " + form.key());
        }
    }

    private Answer recordSystem(CareUnit unit) {
        Progress progress = optionalServices.recordSystem(unit.id());
        if (progress == Progress.PASSED) {
            return WITHOUT_NOTE;
        }
        Phrase why = progress == Progress.NONE
                ? new Phrase(
                        "Inget journalsystem (till exempel Profdoc Journal III) är anslutet till mottagningen.",
                        "No record system (such as Profdoc Journal III) is connected to the unit.")
                : new Phrase(
                        "Mottagningens journalsystem har inte klarat något testmeddelande ännu.",
                        "The unit's record system has passed no test message yet.");
        Phrase support = new SupportSentence(stores).sentence(unit);
        return new Answer(
                Availability.HAS_NOT,
                new Phrase(why.swedish() + " " + support.swedish(), why.english() + " " + support.english()));
    }

    private Answer listingRequests(CareUnit unit) {
        Optional<DirectoryAnswer<Optional<UnitEntry>>> asked = optionalServices.entry(unit.id());
        if (asked.isEmpty()) {
            boolean on = stores.ofUnits(ListingRequests.class)
                    .get(unit.id().value())
                    .content()
                    .map(ListingRequests::on)
                    .orElse(false);
            return new Answer(
                    on ? Availability.HAS : Availability.NOT_NOW,
                    new Phrase(
                            "Mottagningens verksamhetskod kan inte hämtas från EK just nu.",
                            "EK cannot be asked for the unit's business code now."));
        }
        boolean isChildHealthCentre = asked.get()
                .found()
                .filter(entry -> entry.businessCodes().contains(ListingRequests.BUSINESS_CODE))
                .isPresent();
        return isChildHealthCentre
                ? WITHOUT_NOTE
                : new Answer(
                        Availability.HAS_NOT,
                        new Phrase(
                                "Listningsönskemål finns bara för barnavårdscentraler (BVC, verksamhetskod "
                                        + ListingRequests.BUSINESS_CODE + " i EK).",
                                "Only child health centres (BVC, business code " + ListingRequests.BUSINESS_CODE
                                        + " in EK) have listing requests."));
    }

    private Answer pageLink(CareUnit unit) {
        Optional<DirectoryAnswer<Optional<UnitEntry>>> asked = optionalServices.entry(unit.id());
        if (asked.isEmpty()) {
            return new Answer(
                    Availability.HAS, new Phrase("Mottagningens sida på 1177.se kan inte hämtas från EK just nu.", ""));
        }
        return asked.get().found().flatMap(UnitEntry::page).isPresent()
                ? WITHOUT_NOTE
                : new Answer(
                        Availability.HAS,
                        new Phrase(
                                "I EK finns ingen adress till mottagningens sida på 1177.se, så ingen länk visas.",
                                ""));
    }

    /** Whether a unit has a section. */
    public enum Availability {
        HAS,
        HAS_NOT,
        NOT_NOW
    }

    /** Whether a unit has a section, and a note, which may be blank; in English where it says why not. */
    public record Answer(Availability known, Phrase note) {}
}
