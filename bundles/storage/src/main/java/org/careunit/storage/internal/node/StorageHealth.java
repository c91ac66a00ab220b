package org.careunit.storage.internal.node;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.Backlog;
import org.careunit.storage.jobs.Jobs.Resting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether the store is open and its jobs make progress. */
@Component(property = {HealthCheck.NAME + "=storage", HealthCheck.TAGS + "=" + Health.TAG})
public final class StorageHealth implements HealthCheck {

    private static final Duration SLOW = Duration.ofMinutes(1);

    private final StorageOpener opener;

    @Activate
    public StorageHealth(@Reference StorageComponent storage) {
        opener = storage.opener();
    }

    @Override
    public Result execute() {
        Optional<StorageNode> node = opener.node();
        if (node.isEmpty()) {
            return Health.critical("The store is closed: " + opener.closedBecause());
        }
        if (node.get().isOut()) {
            return Health.down("The database is out of reach: see that the server runs and has room on its disk");
        }
        if (opener.rejected().isPresent()) {
            return Health.warn("The store keeps to its last good configuration: "
                    + opener.rejected().get());
        }
        return jobs(node.get().service(Jobs.class), node.get().service(Clock.class));
    }

    private static Result jobs(Jobs jobs, Clock clock) {
        int setAside = jobs.setAside(1000).size();
        if (setAside > 0) {
            return Health.warn(
                    setAside + " jobs failed for good: see careunit:job-list --set-aside, mend the reason, then"
                            + " careunit:job-retry");
        }
        List<Resting> resting = jobs.resting();
        if (!resting.isEmpty()) {
            Resting first = resting.get(0);
            return Health.warn("Jobs of " + first.lane() + " rest since " + Arguments.local(first.since()) + ": "
                    + first.reason().replaceFirst("\\.$", "") + "; see careunit:job-list --resting");
        }
        List<Backlog> late = jobs.backlog().stream()
                .filter(Backlog::handled)
                .filter(due -> Duration.between(due.since(), clock.instant()).compareTo(SLOW) > 0)
                .toList();
        return late.isEmpty()
                ? Health.ok("The store is open and its jobs get on")
                : Health.warn(
                        late.get(0).jobs() + " jobs of type " + late.get(0).type() + " are due since "
                                + Arguments.local(late.get(0).since()) + ": see careunit:job-list");
    }
}
