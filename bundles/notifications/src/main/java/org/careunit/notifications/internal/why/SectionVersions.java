package org.careunit.notifications.internal.why;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.DecidingVersion.Level;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.notifications.internal.recipients.StoredDecision;
import org.careunit.notifications.internal.recipients.StoredDecision.Basis;
import org.careunit.notifications.internal.texts.SectionKeys;
import org.careunit.storage.SystemActor;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds which saved version of a section was in force at an instant, and who saved a version when. */
@Component(service = SectionVersions.class)
public final class SectionVersions {

    private static final Actor US = new SystemActor("notifications");

    private final UnitRegister units;
    private final UnitSettings settings;
    private final RegionSettings regions;

    @Activate
    public SectionVersions(
            @Reference UnitRegister units, @Reference UnitSettings settings, @Reference RegionSettings regions) {
        this.units = units;
        this.settings = settings;
        this.regions = regions;
    }

    /**
     * A section in force.
     *
     * @param content what it said; empty where nobody had saved anything, and Careunit's default held
     */
    record InForce<S extends Section>(Optional<S> content, DecidingVersion version) {}

    /** Which version of a section is in force at a unit now; empty for a unit that has not joined. */
    public Optional<DecidingVersion> now(HsaId unit, Class<? extends Section> section) {
        return at(unit, section, Instant.MAX).map(InForce::version);
    }

    /** Whether a unit's record system is notified of its cases now. */
    public boolean isRecordSystemOn(HsaId unit) {
        return at(unit, RecordSystemNotification.class, Instant.MAX)
                .flatMap(InForce::content)
                .filter(RecordSystemNotification::on)
                .isPresent();
    }

    /** The version in force at a unit at an instant; empty for a unit that is not registered. */
    <S extends Section> Optional<InForce<S>> at(HsaId unit, Class<S> section, Instant instant) {
        return region(unit).map(region -> {
            String key = SectionKeys.of(section);
            Optional<Saved<Default<S>>> set = newest(regions.defaultHistory(US, region, section), instant);
            Optional<Saved<S>> own = newest(settings.history(US, unit, section), instant);
            boolean isLocked =
                    set.flatMap(Saved::content).filter(Default::locked).isPresent();
            if (!isLocked && own.flatMap(Saved::content).isPresent()) {
                return new InForce<>(own.get().content(), version(key, Level.UNIT, own.get()));
            }
            return set.flatMap(saved -> saved.content()
                            .map(content ->
                                    new InForce<>(Optional.of(content.section()), version(key, Level.REGION, saved))))
                    .orElseGet(() -> new InForce<>(Optional.empty(), unsaved(key)));
        });
    }

    /** Who saved the version that a decision names, and when. */
    Optional<DecidingVersion> saved(HsaId unit, StoredDecision decision) {
        return decision.basis().map(basis -> switch (basis.level()) {
            case UNIT -> find(own(unit, basis.section()), basis);
            case REGION -> find(set(unit, basis.section()), basis);
            case PERSON, DEFAULT -> unknown(basis);
        });
    }

    private Stream<? extends Saved<?>> own(HsaId unit, String key) {
        return SectionKeys.section(key).stream().flatMap(section -> settings.history(US, unit, section).stream());
    }

    private Stream<? extends Saved<?>> set(HsaId unit, String key) {
        return region(unit).stream().flatMap(region -> SectionKeys.section(key).stream()
                .flatMap(section -> regions.defaultHistory(US, region, section).stream()));
    }

    private static DecidingVersion find(Stream<? extends Saved<?>> history, Basis basis) {
        return history.filter(saved -> saved.version() == basis.version())
                .findFirst()
                .map(saved -> version(basis.section(), basis.level(), saved))
                .orElseGet(() -> unknown(basis));
    }

    private static DecidingVersion version(String key, Level level, Saved<?> saved) {
        return new DecidingVersion(key, level, saved.version(), Optional.of(saved.actor()), Optional.of(saved.at()));
    }

    private static DecidingVersion unknown(Basis basis) {
        return new DecidingVersion(basis.section(), basis.level(), basis.version(), Optional.empty(), Optional.empty());
    }

    private static DecidingVersion unsaved(String key) {
        return new DecidingVersion(key, Level.DEFAULT, 0, Optional.empty(), Optional.empty());
    }

    private Optional<CountyCode> region(HsaId unit) {
        return units.find(unit).map(UnitRegister.Entry::unit).map(CareUnit::region);
    }

    private static <T> Optional<Saved<T>> newest(List<Saved<T>> history, Instant instant) {
        return history.stream()
                .filter(saved -> !saved.at().isAfter(instant))
                .max(Comparator.comparingLong(Saved::version));
    }
}
