package org.careunit.notifications.internal.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.DueCases;
import org.careunit.storage.SystemActor;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.DerivedCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Cache of the clock settings of units. It is registered even without the services that it reads from, so that intake
 * works meanwhile; then it throws {@link UnavailableException}.
 */
@Component(service = UnitClocks.class)
public final class UnitClocks {

    private static final Actor US = new SystemActor("notifications");
    private static final int ENTRIES = 20_000;

    private final AtomicReference<UnitSettings> settings = new AtomicReference<>();
    private final AtomicReference<RegionSettings> regions = new AtomicReference<>();
    private final AtomicReference<CaseTypes> caseTypes = new AtomicReference<>();
    private final UnitRegister units;
    private final DueCases dues;
    private final Caches caches;
    private final DerivedCache<HsaId, Optional<ClockDecisions>, Optional<UnitClockRules>> cache;

    @Activate
    public UnitClocks(
            @Reference UnitRegister units,
            @Reference DueCases dues,
            @Reference Transactions transactions,
            @Reference ChangeBroadcast changes,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.units = units;
        this.dues = dues;
        caches = new Caches(transactions, changes);
        cache = caches.derived(
                new DerivedCache.Source<>(
                        Function.identity(),
                        unit -> new DerivedCache.Inputs<>(decided(unit), Instant.MAX),
                        (unit, decided) -> decided.map(this::rules)),
                clock,
                ENTRIES);
    }

    @Deactivate
    public void close() {
        caches.close();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setSettings(UnitSettings present) {
        settings.set(present);
        cache.clear();
    }

    public void unsetSettings(UnitSettings gone) {
        settings.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRegions(RegionSettings present) {
        regions.set(present);
        cache.clear();
    }

    public void unsetRegions(RegionSettings gone) {
        regions.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCaseTypes(CaseTypes present) {
        caseTypes.set(present);
    }

    public void unsetCaseTypes(CaseTypes gone) {
        caseTypes.compareAndSet(gone, null);
    }

    /**
     * The settings in force for cases of a type at a unit.
     *
     * @param caseType empty where it is not known
     * @return empty for a unit that is not registered or is closed, which sends no reminders
     * @throws UnavailableException if it cannot be said now
     */
    public Optional<ClockSettings> of(HsaId unit, Optional<CaseTypeKey> caseType) {
        return cache.get(unit).map(rules -> rules.of(firstReplyDays(unit, caseType)));
    }

    /**
     * Fingerprint of the settings of all clocks of a unit, 64 characters or less: as long as it is the same, so are all
     * moments.
     *
     * @throws UnavailableException if it cannot be said now
     */
    public String fingerprint(HsaId unit) {
        return cache.get(unit)
                .map(rules -> Fingerprint.of(rules.written(), promises(unit)))
                .orElse("none");
    }

    private String promises(HsaId unit) {
        return present(caseTypes).ofUnit(US, unit).stream()
                .filter(type -> type.firstReplyDays().isPresent())
                .map(type -> type.key() + "=" + type.firstReplyDays().getAsInt())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private OptionalInt firstReplyDays(HsaId unit, Optional<CaseTypeKey> caseType) {
        return caseType.flatMap(type -> present(caseTypes).find(US, unit, type))
                .map(UnitCaseType::firstReplyDays)
                .orElse(OptionalInt.empty());
    }

    private Optional<ClockDecisions> decided(HsaId unit) {
        Optional<CareUnit> joined =
                units.find(unit).map(UnitRegister.Entry::unit).filter(known -> known.state() != CareUnit.State.CLOSED);
        return joined.map(known -> new ClockDecisions(
                known,
                section(known, StaffReminder.class),
                section(known, ResidentReminder.class),
                section(known, ClosedDays.class),
                present(regions).read(US, known.region(), QuietHours.class)));
    }

    private <S extends Section> InheritedSection<S> section(CareUnit unit, Class<S> section) {
        return new InheritedSection<>(
                present(settings).read(US, unit.id(), section),
                present(regions).readDefault(US, unit.region(), section));
    }

    private UnitClockRules rules(ClockDecisions decided) {
        return new UnitClockRules(
                decided.closedDays().inForce().content(),
                onSince(decided.unit(), decided.staff(), StaffReminder.DEFAULT, StaffReminder::on),
                decided.staff().inForce().content().workingDays(),
                onSince(decided.unit(), decided.residents(), ResidentReminder.DEFAULT, ResidentReminder::on),
                decided.residents().inForce().content().calendarDays(),
                decided.quietHours().content(),
                decided.versions());
    }

    /** Not before the unit opened, nor before clocks ran at all. */
    private <S extends Section> Optional<Instant> onSince(
            CareUnit unit, InheritedSection<S> section, S unset, Predicate<S> isOn) {
        if (!isOn.test(section.inForce().content())) {
            return Optional.empty();
        }
        List<Saved<S>> own =
                section.inForce().version() == 0 ? List.of() : present(settings).history(US, unit.id(), section.type());
        List<Saved<Default<S>>> regional = section.set().version() == 0
                ? List.of()
                : present(regions).defaultHistory(US, unit.region(), section.type());
        return new SwitchHistory<>(own, regional, unset).onSince(isOn).map(since -> Stream.concat(
                        unit.openedAt().stream(), dues.since().stream())
                .reduce(since, (a, b) -> a.isAfter(b) ? a : b));
    }

    private static <T> T present(AtomicReference<T> service) {
        T present = service.get();
        if (present == null) {
            throw new UnavailableException(
                    UnavailableProblem.SERVICE, "The settings that clocks run by cannot be read: a service is missing");
        }
        return present;
    }

    /** A section that a unit has from its region or of its own: as it holds, and what the region sets. */
    private record InheritedSection<S extends Section>(Versioned<S> inForce, Versioned<Default<S>> set) {
        @SuppressWarnings("unchecked") // a section's class is of its own kind
        Class<S> type() {
            return (Class<S>) inForce.content().getClass();
        }

        private String versions() {
            return inForce.version() + "." + set.version();
        }
    }

    /** All that the rules of a unit are computed from. */
    private record ClockDecisions(
            CareUnit unit,
            InheritedSection<StaffReminder> staff,
            InheritedSection<ResidentReminder> residents,
            InheritedSection<ClosedDays> closedDays,
            Versioned<QuietHours> quietHours) {

        private String versions() {
            return staff.versions() + " " + residents.versions() + " " + closedDays.versions() + " "
                    + quietHours.version();
        }
    }
}
