package org.careunit.notifications.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.Stub;

/** One unit and its staff, with what they have decided, in memory. */
final class Town {

    private static final Set<Class<?>> SAVED = Set.of(
            StaffReminder.class,
            ResidentReminder.class,
            ClosedDays.class,
            Simulated.class,
            RecordSystemNotification.class);

    volatile EmailNotification email = EmailNotification.OFF;
    volatile Optional<StaffMessages> words = Optional.empty();
    volatile Optional<CareUnit.State> state = Optional.of(CareUnit.State.OPEN);
    final Map<StaffId, EmailAddress> wantToBeTold = new ConcurrentHashMap<>();
    final Map<StaffId, LocalDate> absentUntil = new ConcurrentHashMap<>();
    final Map<StaffId, TelephoneNumber> wantSms = new ConcurrentHashMap<>();

    final Units units = Stub.of(Units.class, "find", asked -> find((HsaId) asked[1]));
    final Map<Class<?>, Section> sections = new ConcurrentHashMap<>();
    final Map<Class<?>, List<Saved<Section>>> saved = new ConcurrentHashMap<>();
    final Map<Class<?>, List<Saved<Default<Section>>>> defaults = new ConcurrentHashMap<>();
    volatile QuietHours quietHours = QuietHours.DEFAULT;
    volatile OptionalInt firstReplyDays = OptionalInt.empty();
    volatile Optional<Instant> openedAt = Optional.empty();

    final UnitSettings settings = Stub.of(
            UnitSettings.class,
            Map.of(
                    "names", asked -> UnitNames.NONE,
                    "read", asked -> section((HsaId) asked[1], (Class<?>) asked[2]),
                    "history", asked -> saved.getOrDefault((Class<?>) asked[2], List.of())));
    final RegionSettings regions = Stub.of(
            RegionSettings.class,
            Map.of(
                    "read",
                            asked -> new Versioned<>(
                                    asked[2] == QuietHours.class ? quietHours : ResidentTexts.DEFAULT, 0),
                    "defaultHistory", asked -> defaults.getOrDefault((Class<?>) asked[2], List.of()),
                    "readDefault",
                            asked -> new Versioned<>(
                                    inRegion((Class<?>) asked[2]),
                                    defaults.getOrDefault((Class<?>) asked[2], List.of())
                                            .size())));
    final CaseTypes caseTypes = Stub.of(
            CaseTypes.class,
            Map.of(
                    "find", asked -> Optional.of(type((CaseTypeKey) asked[2])),
                    "ofUnit", asked -> List.of(type(new CaseTypeKey("kontakta-mig")))));
    final PersonalSettings staff =
            Stub.of(PersonalSettings.class, "read", asked -> profile((HsaId) asked[1], (StaffId) asked[2]));

    void turnOn(String... addresses) {
        email = new EmailNotification(
                true, List.of(addresses).stream().map(EmailAddress::new).toList());
    }

    /** Saves a section as the newest. */
    void save(Section section, Instant at) {
        sections.put(section.getClass(), section);
        List<Saved<Section>> all = new ArrayList<>(saved.getOrDefault(section.getClass(), List.of()));
        all.add(0, new Saved<>(all.size() + 1L, Optional.of(section), "staff:test", at, List.of()));
        saved.put(section.getClass(), all);
    }

    /** Saves a region's default of a section as the newest. */
    void saveDefault(Section section, boolean isLocked, Instant at) {
        List<Saved<Default<Section>>> all = new ArrayList<>(defaults.getOrDefault(section.getClass(), List.of()));
        all.add(
                0,
                new Saved<>(
                        all.size() + 1L, Optional.of(new Default<>(section, isLocked)), "staff:test", at, List.of()));
        defaults.put(section.getClass(), all);
    }

    /** What a region has set, or what holds where it has set nothing. */
    private Default<Section> inRegion(Class<?> section) {
        List<Saved<Default<Section>>> all = defaults.getOrDefault(section, List.of());
        return all.isEmpty()
                ? new Default<>(unset(section), false)
                : all.get(0).content().orElseThrow();
    }

    /** What holds at the unit. */
    Section inForce(Class<?> section) {
        Default<Section> set = inRegion(section);
        return set.locked() ? set.section() : sections.getOrDefault(section, set.section());
    }

    /** The unit as the store knows it. */
    void join(TestStore store) {
        store.transactions().run(() -> store.units()
                .add(new CareUnit(
                        Events.UNIT,
                        new CountyCode("01"),
                        "Provmottagningen",
                        CareUnit.State.OPEN,
                        openedAt,
                        Optional.empty())));
    }

    /** What clocks run by here. */
    UnitClocks clocks(TestStore store, Clock clock) {
        UnitClocks clocks = new UnitClocks(store.units(), store.dues(), store.transactions(), store.changes(), clock);
        clocks.setSettings(settings);
        clocks.setRegions(regions);
        clocks.setCaseTypes(caseTypes);
        return clocks;
    }

    private UnitCaseType type(CaseTypeKey key) {
        return new UnitCaseType(key, "Kontakta mig", true, OptionalInt.of(3), firstReplyDays, false);
    }

    private static Section unset(Class<?> section) {
        if (section == StaffReminder.class) {
            return StaffReminder.DEFAULT;
        }
        if (section == Simulated.class) {
            return Simulated.OFF;
        }
        if (section == RecordSystemNotification.class) {
            return RecordSystemNotification.OFF;
        }
        return section == ResidentReminder.class ? ResidentReminder.DEFAULT : ClosedDays.NONE;
    }

    private Optional<CareUnit> find(HsaId unit) {
        return state.filter(now -> unit.equals(Events.UNIT))
                .map(now -> new CareUnit(unit, new CountyCode("01"), "Provmottagningen", now));
    }

    private Versioned<?> section(HsaId unit, Class<?> section) {
        if (!unit.equals(Events.UNIT)) {
            throw StorageProblem.NO_UNIT.refused(unit);
        }
        if (SAVED.contains(section)) {
            return new Versioned<>(
                    inForce(section), saved.getOrDefault(section, List.of()).size());
        }
        return section == StaffMessages.class
                ? new Versioned<>(words.orElse(StaffMessages.DEFAULT), words.isPresent() ? 1 : 0)
                : new Versioned<>(email, 1);
    }

    private Profile profile(HsaId unit, StaffId person) {
        return new Profile(
                person,
                unit,
                "Test Testsson",
                "Test Testsson",
                Optional.ofNullable(wantToBeTold.get(person)),
                Optional.ofNullable(wantSms.get(person)),
                false,
                PersonalChoices.NONE.absentUntil(Optional.ofNullable(absentUntil.get(person))),
                0,
                Optional.empty(),
                List.of());
    }
}
