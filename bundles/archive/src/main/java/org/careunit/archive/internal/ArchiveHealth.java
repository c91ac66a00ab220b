package org.careunit.archive.internal;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.careunit.routes.ChannelState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check of the archive targets, from the results of the last deliveries; it makes no connection of its own. */
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

    /** The worst of the targets' states, with a description of each. */
    static Result of(ArchiveTargets targets) {
        SortedMap<String, String> faults = targets.faults();
        SortedMap<String, Result> named = new TreeMap<>();
        faults.forEach((name, fault) -> named.put(name, ChannelHealth.of(fault, null, "")));
        for (TargetSettings target : targets.all()) {
            named.put(target.name(), of(target, targets, faults.getOrDefault(target.name(), "")));
        }
        if (named.isEmpty()) {
            return Health.warn("The archive is not set up: name a 'directory' in etc/careunit.archive-default.cfg."
                    + " Cases stay with the host.");
        }
        Result all = ChannelHealth.worst(named);
        return all.isOk() && hasSeveralDefaults(targets)
                ? Health.warn("Several archives name no regions; the first by name takes those of all regions that"
                        + " none names: write regions for the others")
                : all;
    }

    private static boolean hasSeveralDefaults(ArchiveTargets targets) {
        return targets.all().stream()
                        .filter(target -> target.regions().isEmpty())
                        .count()
                > 1;
    }

    private static Result of(TargetSettings target, ArchiveTargets targets, String fault) {
        ChannelState state = targets.state(target);
        String works = state.lastAnswer()
                .map(at -> target.shown() + " last answered at " + Arguments.local(at) + ".")
                .orElse("no package was put in " + target.shown() + " yet; careunit:archive-check tries it.");
        return ChannelHealth.of(fault, state, works);
    }
}
