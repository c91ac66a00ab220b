package org.careunit.settings.internal.sections;

import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.UnitEntry;
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

    private static final Answer WITHOUT_NOTE = new Answer(Availability.HAS, "");

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
            return new Answer(Availability.HAS, archive.note(unit));
        }
        if (form.type() == CareTypes.class) {
            return new Answer(Availability.HAS, proposals.note(unit));
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
        String text = "Mottagningen " + unit.id() + " har inte avsnittet " + form.title() + ". " + answer.note();
        if (answer.known() == Availability.HAS_NOT) {
            throw SettingsProblem.NOT_AT_UNIT.refused(unit.id(), form.title(), answer.note());
        }
        if (answer.known() == Availability.NOT_NOW) {
            throw new UnavailableException(UnavailableProblem.DIRECTORY, text);
        }
    }

    private Answer recordSystem(CareUnit unit) {
        Progress progress = optionalServices.recordSystem(unit.id());
        if (progress == Progress.PASSED) {
            return WITHOUT_NOTE;
        }
        String why = progress == Progress.NONE
                ? "Inget journalsystem (till exempel Profdoc Journal III) är anslutet till mottagningen. "
                : "Mottagningens journalsystem har inte klarat något testmeddelande ännu. ";
        return new Answer(Availability.HAS_NOT, why + new SupportSentence(stores).sentence(unit));
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
                    "EK kan inte tillfrågas om mottagningens verksamhetskod just nu.");
        }
        boolean isChildHealthCentre = asked.get()
                .found()
                .filter(entry -> entry.businessCodes().contains(ListingRequests.BUSINESS_CODE))
                .isPresent();
        return isChildHealthCentre
                ? WITHOUT_NOTE
                : new Answer(
                        Availability.HAS_NOT,
                        "Listningsönskemål finns bara för barnavårdscentraler (BVC, verksamhetskod "
                                + ListingRequests.BUSINESS_CODE + " i EK).");
    }

    private Answer pageLink(CareUnit unit) {
        Optional<DirectoryAnswer<Optional<UnitEntry>>> asked = optionalServices.entry(unit.id());
        if (asked.isEmpty()) {
            return new Answer(Availability.HAS, "EK kan inte tillfrågas om mottagningens sida på 1177.se just nu.");
        }
        return asked.get().found().flatMap(UnitEntry::page).isPresent()
                ? WITHOUT_NOTE
                : new Answer(Availability.HAS, "EK har ingen sida på 1177.se för mottagningen, så ingen länk visas.");
    }

    /** Whether a unit has a section. */
    public enum Availability {
        HAS,
        HAS_NOT,
        NOT_NOW
    }

    /** Whether a unit has a section, and a note in Swedish, which may be blank. */
    public record Answer(Availability known, String note) {}
}
