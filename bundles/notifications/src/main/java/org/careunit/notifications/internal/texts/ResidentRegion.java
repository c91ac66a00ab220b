package org.careunit.notifications.internal.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.RegionSettings;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.time.SwedishTime;
import org.careunit.api.units.Units;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What a unit's region has decided of SMS to residents. */
@Component(service = ResidentRegion.class)
public final class ResidentRegion {

    private static final Actor US = new Actor.Internal("notifications");
    private static final Duration LEAST = Duration.ofHours(1);

    private final AtomicReference<RegionSettings> regions = new AtomicReference<>();
    private final Units units;

    @Activate
    public ResidentRegion(@Reference Units units) {
        this.units = units;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRegions(RegionSettings present) {
        regions.set(present);
    }

    public void unsetRegions(RegionSettings gone) {
        regions.compareAndSet(gone, null);
    }

    /** What a resident reads. */
    ResidentTexts texts(HsaId unit) {
        return section(unit, ResidentTexts.class, ResidentTexts.DEFAULT);
    }

    /** Until when an SMS that leaves now may arrive: the next quiet hours, an hour at least. */
    public Instant validUntil(HsaId unit, Instant now) {
        return validUntil(section(unit, QuietHours.class, QuietHours.DEFAULT), now);
    }

    static Instant validUntil(QuietHours hours, Instant now) {
        ZonedDateTime local = now.atZone(SwedishTime.ZONE);
        LocalDate today = local.toLocalDate();
        LocalDate day = local.toLocalTime().isBefore(hours.from()) ? today : today.plusDays(1);
        Instant quiet = day.atTime(hours.from()).atZone(SwedishTime.ZONE).toInstant();
        Instant least = now.plus(LEAST);
        return quiet.isBefore(least) ? least : quiet;
    }

    private <S extends RegionSection> S section(HsaId unit, Class<S> section, S usual) {
        RegionSettings present = regions.get();
        if (present == null) {
            throw new UnavailableException("The settings of regions cannot be read: their service is missing");
        }
        return units.find(US, unit)
                .map(known -> present.read(US, known.region(), section).section())
                .orElse(usual);
    }
}
