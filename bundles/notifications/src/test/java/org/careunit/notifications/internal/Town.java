package org.careunit.notifications.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;

/** One unit and its staff, with what they have decided, in memory. */
final class Town {

    volatile EmailNotification email = EmailNotification.OFF;
    volatile Optional<StaffMessages> words = Optional.empty();
    volatile Optional<CareUnit.State> state = Optional.of(CareUnit.State.OPEN);
    final Map<HsaId, EmailAddress> wantToBeTold = new ConcurrentHashMap<>();
    final Map<HsaId, TelephoneNumber> wantSms = new ConcurrentHashMap<>();

    final Units units = Only.answers(Units.class, "find", asked -> find((HsaId) asked[1]));
    final UnitSettings settings =
            Only.answers(UnitSettings.class, "read", asked -> section((HsaId) asked[1], (Class<?>) asked[2]));
    final PersonalSettings staff =
            Only.answers(PersonalSettings.class, "read", asked -> profile((HsaId) asked[1], (HsaId) asked[2]));

    void turnOn(String... addresses) {
        email = new EmailNotification(
                true, List.of(addresses).stream().map(EmailAddress::new).toList());
    }

    private Optional<CareUnit> find(HsaId unit) {
        return state.filter(now -> unit.equals(Events.UNIT))
                .map(now -> new CareUnit(unit, new CountyCode("01"), "Provmottagningen", now));
    }

    private Versioned<?> section(HsaId unit, Class<?> section) {
        if (!unit.equals(Events.UNIT)) {
            throw new RefusedException("There is no unit " + unit);
        }
        return section == StaffMessages.class
                ? new Versioned<>(words.orElse(StaffMessages.DEFAULT), words.isPresent() ? 1 : 0)
                : new Versioned<>(email, 1);
    }

    private Profile profile(HsaId unit, HsaId person) {
        return new Profile(
                person,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.ofNullable(wantToBeTold.get(person)),
                Optional.ofNullable(wantSms.get(person)),
                false,
                PersonalChoices.NONE,
                0,
                Optional.empty(),
                List.of());
    }
}
