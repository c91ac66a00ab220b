package org.careunit.archive.internal;

import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether packages get through to their targets, from what the last attempts brought; it makes none of its own. */
@Component(property = {HealthCheck.NAME + "=archive", HealthCheck.TAGS + "=" + Health.TAG})
public final class ArchiveHealth implements HealthCheck {

    private final ArchiveTargets targets;

    @Activate
    public ArchiveHealth(@Reference ArchiveTargets targets) {
        this.targets = targets;
    }

    @Override
    public Result execute() {
        return of(targets);
    }

    static Result of(ArchiveTargets targets) {
        List<String> faults = targets.faults();
        if (!faults.isEmpty()) {
            return Health.critical(String.join("; ", faults) + "; the last good one stays in force until it is mended");
        }
        if (targets.all().isEmpty()) {
            return Health.warn("The archive is not set up: name a 'directory' in etc/careunit.archive-default.cfg."
                    + " Cases stay with the host.");
        }
        long defaults = targets.all().stream()
                .filter(target -> target.regions().isEmpty())
                .count();
        if (defaults > 1) {
            return Health.warn(defaults + " archives name no regions; the first by name takes those of all regions that"
                    + " none names: write regions for the others");
        }
        return reachable(targets);
    }

    private static Result reachable(ArchiveTargets targets) {
        Optional<ChannelState> resting = targets.all().stream()
                .map(targets::state)
                .filter(state -> state.fault().isPresent())
                .findFirst();
        return resting.map(state -> state.fault().orElseThrow().isLasting()
                        ? Health.critical(state.explanation())
                        : Health.down(state.explanation()))
                .orElseGet(() -> Health.ok(targets.all().size()
                        + " archives are set up; careunit:archive-check tries whether packages can be put there."));
    }
}
