package org.careunit.itests.example;

import java.util.List;
import java.util.Set;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Step of the example: an administrator of two units copies the configuration of one to the other, and undoes that. */
@Component(service = ConfigurationCopy.class)
public final class ConfigurationCopy {

    private static final HsaId FROM = new HsaId(Participants.NEW_UNIT);
    private static final HsaId TO = new HsaId(Participants.UNIT);
    private static final Actor FIRST = new Actor.Staff(new StaffId(Participants.FIRST));

    private final Configurations configurations;

    @Activate
    public ConfigurationCopy(@Reference Configurations configurations) {
        this.configurations = configurations;
    }

    void copy(Steps steps) {
        String document = configurations.export(FIRST, FROM);
        String before = configurations.export(FIRST, TO);
        ConfigurationChange tried = configurations.dryRun(FIRST, List.of(TO), document, Set.of());
        steps.check(
                "a dry run tells what the unit's configuration would change at another",
                tried.differences().size() + " differences",
                tried.changeSet().isEmpty() && !tried.differences().isEmpty());
        steps.check(
                "and changes nothing",
                "as it was",
                configurations.export(FIRST, TO).equals(before));
        ConfigurationChange applied = configurations.apply(FIRST, List.of(TO), document, Set.of());
        steps.check(
                "applied, it changes just that",
                applied.differences().size() + " differences",
                applied.changeSet().isPresent() && applied.differences().equals(tried.differences()));
        steps.check(
                "the other says the same now",
                document.length() + " characters",
                configurations.export(FIRST, TO).equals(document));
        ConfigurationChange again = configurations.apply(FIRST, List.of(TO), document, Set.of());
        steps.check(
                "applied again it changes nothing",
                again.differences(),
                again.differences().isEmpty());
        UndoneChange undone = configurations.undo(FIRST, applied.changeSet().orElseThrow());
        steps.check(
                "taken back, all is as it was",
                undone.restored().size() + " entries",
                undone.conflicts().isEmpty() && configurations.export(FIRST, TO).equals(before));
        steps.isRefused(
                "an unknown key",
                RefusedException.class,
                () -> configurations.dryRun(FIRST, List.of(TO), "{\"format\": 1, \"setings\": {}}", Set.of()));
    }
}
