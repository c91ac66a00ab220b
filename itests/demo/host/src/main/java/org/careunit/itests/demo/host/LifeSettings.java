package org.careunit.itests.demo.host;

import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the unit of {@link CaseLife} and its region decide about reminders. */
@Component(service = LifeSettings.class)
public final class LifeSettings {

    static final CaseTypeKey TYPE = new CaseTypeKey("fornya-recept");
    static final LocalTime QUIET_UNTIL = LocalTime.of(9, 0);

    /** The unit's first administrator. */
    static final Actor ADMINISTRATOR = Registration.actor(CaseLife.UNIT.staff().get(0));

    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
    private static final int DAYS = 3;

    private final UnitSettings settings;
    private final RegionSettings regions;
    private final CaseTypeChoices types;

    @Activate
    public LifeSettings(
            @Reference UnitSettings settings, @Reference RegionSettings regions, @Reference CaseTypeChoices types) {
        this.settings = settings;
        this.regions = regions;
        this.types = types;
    }

    void save() {
        HsaId unit = Registration.id(CaseLife.UNIT);
        settings.update(ADMINISTRATOR, unit, StaffReminder.class, now -> new StaffReminder(true, DAYS));
        settings.update(ADMINISTRATOR, unit, ResidentReminder.class, now -> new ResidentReminder(true, DAYS));
        types.save(
                ADMINISTRATOR,
                unit,
                TYPE,
                promises(),
                types.read(ADMINISTRATOR, unit, TYPE).version());
        regions.update(
                Registration.OPERATOR,
                new CountyCode(CaseLife.UNIT.region()),
                QuietHours.class,
                now -> new QuietHours(QUIET_FROM, QUIET_UNTIL));
    }

    /** An answer within three working days, and a first reply within one. */
    private static TypeSettings promises() {
        return new TypeSettings(
                Optional.empty(),
                OptionalInt.of(DAYS),
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
