package org.careunit.notifications.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.api.staff.Choices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;

/** One unit and its staff, with what they have decided, in memory. */
final class Town implements Units, UnitSettings, PersonalSettings {

    volatile EmailNotification email = EmailNotification.OFF;
    volatile Optional<StaffMessages> words = Optional.empty();
    volatile Optional<CareUnit.State> state = Optional.of(CareUnit.State.OPEN);
    final Map<HsaId, EmailAddress> wantToBeTold = new ConcurrentHashMap<>();

    void turnOn(String... addresses) {
        email = new EmailNotification(
                true, List.of(addresses).stream().map(EmailAddress::new).toList());
    }

    @Override
    public Optional<CareUnit> find(Actor actor, HsaId unit) {
        return state.filter(now -> unit.equals(Events.UNIT))
                .map(now -> new CareUnit(unit, new CountyCode("01"), "Provmottagningen", now));
    }

    @Override
    public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
        if (!unit.equals(Events.UNIT)) {
            throw new RefusedException("There is no unit " + unit);
        }
        return section == StaffMessages.class
                ? new Versioned<>(section.cast(words.orElse(StaffMessages.DEFAULT)), words.isPresent() ? 1 : 0)
                : new Versioned<>(section.cast(email), 1);
    }

    @Override
    public Profile read(Actor actor, HsaId unit, HsaId staff) {
        return new Profile(
                staff,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.ofNullable(wantToBeTold.get(staff)),
                false,
                Choices.NONE,
                0,
                Optional.empty());
    }

    @Override
    public List<SectionState> sections(Actor actor, HsaId unit) {
        throw new AssertionError();
    }

    @Override
    public <S extends Section> Map<HsaId, S> everywhere(Actor actor, Class<S> section) {
        throw new AssertionError();
    }

    @Override
    public Section parse(String key, String json) {
        throw new AssertionError();
    }

    @Override
    public String write(Section section) {
        throw new AssertionError();
    }

    @Override
    public <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section) {
        throw new AssertionError();
    }

    @Override
    public <S extends Section> Versioned<S> restore(
            Actor actor, HsaId unit, Class<S> section, long version, long seen) {
        throw new AssertionError();
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen) {
        throw new AssertionError();
    }

    @Override
    public CareUnit register(Actor actor, HsaId unit, CountyCode region, String name) {
        throw new AssertionError();
    }

    @Override
    public CareUnit open(Actor actor, HsaId unit) {
        throw new AssertionError();
    }

    @Override
    public CareUnit startClosing(Actor actor, HsaId unit) {
        throw new AssertionError();
    }

    @Override
    public CareUnit reopen(Actor actor, HsaId unit) {
        throw new AssertionError();
    }

    @Override
    public CareUnit close(Actor actor, HsaId unit) {
        throw new AssertionError();
    }

    @Override
    public CareUnit rename(Actor actor, HsaId unit, String seen, String name) {
        throw new AssertionError();
    }

    @Override
    public UnitInDirectory inDirectory(Actor actor, HsaId unit) {
        throw new AssertionError();
    }

    @Override
    public List<CareUnit> all(Actor actor) {
        throw new AssertionError();
    }

    @Override
    public List<CareUnit> ofRegion(Actor actor, CountyCode region) {
        throw new AssertionError();
    }

    @Override
    public Profile save(Actor actor, HsaId unit, HsaId staff, Choices choices, long seen) {
        throw new AssertionError();
    }

    @Override
    public Profile updateFromDirectory(Actor actor, HsaId unit, HsaId staff) {
        throw new AssertionError();
    }

    @Override
    public List<Saved<Choices>> history(Actor actor, HsaId unit, HsaId staff) {
        throw new AssertionError();
    }

    @Override
    public Profile restore(Actor actor, HsaId unit, HsaId staff, long version, long seen) {
        throw new AssertionError();
    }

    @Override
    public String signature(Actor actor, HsaId unit, HsaId staff, LocalDate day) {
        throw new AssertionError();
    }
}
