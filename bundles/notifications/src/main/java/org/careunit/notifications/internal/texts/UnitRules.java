package org.careunit.notifications.internal.texts;

import java.time.Duration;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a unit's state and its own words say of its messages; where it has decided nothing, the configuration. */
@Component(service = UnitRules.class)
public final class UnitRules {

    private static final Actor US = new SystemActor("notifications");

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

    /** Why nobody of a unit is told of anything, whatever it wants; empty if they are: those of a closing unit too. */
    public Optional<String> silentBecause(HsaId unit) {
        Optional<CareUnit> joined = units.find(US, unit);
        if (joined.isEmpty()) {
            return Optional.of("No such unit has joined");
        }
        return joined.filter(found -> found.state() == State.CLOSED).map(closed -> "The unit is closed");
    }

    /** What a unit is called. */
    String name(HsaId unit) {
        return units.find(US, unit).map(CareUnit::name).orElse("Mottagningen " + unit);
    }

    /** How long a unit's news of a topic are gathered; zero for each at once. */
    public Duration window(HsaId unit, Topic topic) {
        return messages(unit, topic).map(TopicMessages::digest).orElseGet(configured::window);
    }

    /** What a unit, or its region for it, has said of a topic; empty if neither has, or nothing can be said of it. */
    Optional<TopicMessages> messages(HsaId unit, Topic topic) {
        try {
            Versioned<StaffMessages> said = settings.read(US, unit, StaffMessages.class);
            return Optional.of(said)
                    .filter(words -> words.version() > 0 || !words.section().equals(StaffMessages.DEFAULT))
                    .flatMap(words -> words.section().of(topic));
        } catch (RefusedException hasNotJoined) {
            return Optional.empty();
        }
    }

    /** Where staff log in; empty for no link. */
    String link() {
        return configured.link();
    }
}
