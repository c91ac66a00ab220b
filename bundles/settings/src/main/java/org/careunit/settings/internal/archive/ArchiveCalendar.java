package org.careunit.settings.internal.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRuns.Status;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.time.SwedishTime;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.EffectiveSection;
import org.careunit.settings.internal.sections.SectionForms;

/** Calculates when a unit's cases were last archived, and when they are next, by the current interval. */
public final class ArchiveCalendar {

    private final OptionalServices optionalServices;
    private final EffectiveSection effective;

    public ArchiveCalendar(OptionalServices optionalServices, EffectiveSection effective) {
        this.optionalServices = optionalServices;
        this.effective = effective;
    }

    public Status of(CareUnit unit) {
        return optionalServices
                .archives()
                .filter(archive -> archive.target(unit.region()).isPresent())
                .map(archive -> status(unit, optionalServices.lastArchiveRun(unit.id())))
                .orElse(Status.NOT_INSTALLED);
    }

    /** The same for people at the unit, in Swedish. */
    public String note(CareUnit unit) {
        Status status = of(unit);
        if (!status.installed()) {
            return "Inget arkiv är anslutet, så inga ärenden exporteras.";
        }
        return status.last()
                .map(last -> "Senaste exporten gjordes den " + SwedishTime.day(day(last)) + ". Nästa görs den "
                        + SwedishTime.day(status.next().orElseThrow()) + ".")
                .orElse("Ingen export har gjorts ännu. Den första görs så snart som möjligt.");
    }

    private Status status(CareUnit unit, Optional<Instant> last) {
        ArchiveExport says =
                effective.at(unit, SectionForms.ofUnit(ArchiveExport.class)).content();
        return new Status(true, last, last.map(ArchiveCalendar::day).map(says::nextAfter));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(SwedishTime.ZONE).toLocalDate();
    }
}
