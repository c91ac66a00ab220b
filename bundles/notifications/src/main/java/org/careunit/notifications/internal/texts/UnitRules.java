package org.careunit.notifications.internal.texts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.cases.DecidingVersion.Level;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.notifications.internal.recipients.StoredDecision.Basis;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Reads what decides about a unit's messages: its state, settings and texts, or defaults from the configuration. */
@Component(service = UnitRules.class)
public final class UnitRules {

    private static final Actor US = new SystemActor("notifications");

    private final AtomicReference<RegionSettings> regions = new AtomicReference<>();
    private final Units units;
    private final UnitSettings settings;
    private final NotificationsSettings configured;

    @Activate
    public UnitRules(
            @Reference Units units, @Reference UnitSettings settings, @Reference NotificationsSettings configured) {
        this.units = units;
        this.settings = settings;
        this.configured = configured;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setRegions(RegionSettings present) {
        regions.set(present);
    }

    public void unsetRegions(RegionSettings gone) {
        regions.compareAndSet(gone, null);
    }

    /** Why nobody at a unit is notified at all; empty if they are, which includes a unit that is closing. */
    public Optional<String> silentBecause(HsaId unit) {
        Optional<CareUnit> joined = units.find(US, unit);
        if (joined.isEmpty()) {
            return Optional.of("No such unit has joined");
        }
        return joined.filter(found -> found.state() == State.CLOSED).map(closed -> "The unit is closed");
    }

    /** The name of a unit. */
    String name(HsaId unit) {
        return units.find(US, unit)
                .map(known -> settings.names(US, unit).shown(known.name()))
                .orElse("Mottagningen " + unit);
    }

    /** The digest window of a unit for a topic; zero to send each at once. */
    public Duration window(HsaId unit, Topic topic) {
        return messages(unit, topic).map(TopicMessages::digest).orElseGet(configured::window);
    }

    /** The text of a unit, or its region's default, for a topic; empty if there is none. */
    Optional<TopicMessages> messages(HsaId unit, Topic topic) {
        try {
            Versioned<StaffMessages> said = settings.read(US, unit, StaffMessages.class);
            return Optional.of(said)
                    .filter(words -> words.version() > 0 || !words.content().equals(StaffMessages.DEFAULT))
                    .flatMap(words -> words.content().of(topic));
        } catch (RefusedException hasNotJoined) {
            return Optional.empty();
        }
    }

    /** The texts for residents of a unit's region. */
    ResidentTexts residentTexts(HsaId unit) {
        return ofRegion(unit, ResidentTexts.class).orElse(ResidentTexts.DEFAULT);
    }

    /** When residents of a unit's region get no messages. */
    public QuietHours quietHours(HsaId unit) {
        return ofRegion(unit, QuietHours.class).orElse(QuietHours.DEFAULT);
    }

    /** Empty for a unit that nobody knows. */
    private <S extends RegionSection> Optional<S> ofRegion(HsaId unit, Class<S> section) {
        RegionSettings present = regions.get();
        if (present == null) {
            throw new UnavailableException(
                    UnavailableProblem.SERVICE, "The settings of regions cannot be read: their service is missing");
        }
        return units.find(US, unit)
                .map(known -> present.read(US, known.region(), section).content());
    }

    /** Whether a unit simulates: all happens, and nothing leaves. */
    public boolean isSimulated(HsaId unit) {
        try {
            return settings.read(US, unit, Simulated.class).content().on();
        } catch (RefusedException hasNotJoined) {
            return false;
        }
    }

    /** Which saved version of a section is in force at a unit; empty for a unit that nobody knows. */
    public Optional<Basis> inForce(HsaId unit, Class<? extends Section> section) {
        Optional<CareUnit> known = units.find(US, unit);
        RegionSettings present = regions.get();
        if (known.isEmpty() || present == null) {
            return Optional.empty();
        }
        String key = SectionKeys.of(section);
        Versioned<? extends Default<?>> set =
                present.readDefault(US, known.get().region(), section);
        long own = settings.read(US, unit, section).version();
        if (own > 0 && !set.content().locked()) {
            return Optional.of(new Basis(key, Level.UNIT, own));
        }
        Level level = set.version() > 0 ? Level.REGION : Level.DEFAULT;
        return Optional.of(new Basis(key, level, set.version()));
    }

    /** Where staff log in; empty for no link. */
    String link() {
        return configured.link();
    }
}
