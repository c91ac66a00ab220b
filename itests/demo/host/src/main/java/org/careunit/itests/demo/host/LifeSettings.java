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
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
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
    private final PersonalSettings personal;

    @Activate
    public LifeSettings(
            @Reference UnitSettings settings,
            @Reference RegionSettings regions,
            @Reference CaseTypeChoices types,
            @Reference PersonalSettings personal) {
        this.settings = settings;
        this.regions = regions;
        this.types = types;
        this.personal = personal;
    }

    void save() {
        chooseSms(CaseLife.UNIT.staff().get(3));
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

    /** The handler wants to be told by SMS, too. */
    private void chooseSms(Town.Person handler) {
        HsaId unit = Registration.id(handler.unit());
        Profile now = personal.read(Registration.actor(handler), unit, Registration.id(handler));
        personal.save(
                Registration.actor(handler),
                unit,
                Registration.id(handler),
                now.choices().withSms(new TelephoneNumber(Town.STAFF_NUMBER)),
                now.version());
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
