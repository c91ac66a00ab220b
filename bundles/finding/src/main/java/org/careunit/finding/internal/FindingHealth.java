package org.careunit.finding.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.storage.cache.SnapshotCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether units can be found. */
@Component(property = {HealthCheck.NAME + "=finding", HealthCheck.TAGS + "=" + Health.TAG})
public final class FindingHealth implements HealthCheck {

    private final UnitFinderComponent finder;

    @Activate
    public FindingHealth(@Reference UnitFinderComponent finder) {
        this.finder = finder;
    }

    @Override
    public Result execute() {
        return result(finder.snapshots());
    }

    static Result result(SnapshotCache<FindingSnapshot> snapshots) {
        if (!snapshots.isFilled()) {
            return Health.down("The index of units is not made yet: see whether the store is open");
        }
        if (snapshots.isBehind()) {
            return Health.down("The index of units stands as of "
                    + Arguments.local(snapshots.get().at()) + ", and the store cannot be asked for changes since");
        }
        return Health.ok(
                "Units are found as of " + Arguments.local(snapshots.get().at()));
    }
}
