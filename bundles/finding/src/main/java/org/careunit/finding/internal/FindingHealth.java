package org.careunit.finding.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.finding.internal.geography.GeographyComponent;
import org.careunit.finding.internal.geography.MunicipalityFile;
import org.careunit.finding.internal.index.FindingSnapshot;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.storage.cache.SnapshotCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether units can be found, by what stands in the store and by the operator's list of municipalities. */
@Component(property = {HealthCheck.NAME + "=finding", HealthCheck.TAGS + "=" + Health.TAG})
public final class FindingHealth implements HealthCheck {

    private final UnitFinderComponent finder;
    private final GeographyComponent geography;

    @Activate
    public FindingHealth(@Reference UnitFinderComponent finder, @Reference GeographyComponent geography) {
        this.finder = finder;
        this.geography = geography;
    }

    @Override
    public Result execute() {
        return result(finder.snapshots(), geography.held());
    }

    static Result result(SnapshotCache<FindingSnapshot> snapshots, MunicipalityFile.Held municipalities) {
        if (!snapshots.isFilled()) {
            return Health.down("The index of units is not made yet: see whether the store is open");
        }
        if (snapshots.isBehind()) {
            return Health.down("The index of units stands as of "
                    + Arguments.local(snapshots.get().at()) + ", and the store cannot be asked for changes since");
        }
        if (!municipalities.wrong().isBlank()) {
            return Health.warn(
                    municipalities.wrong() + ". Mend the file; the list " + municipalities.from() + " holds");
        }
        return Health.ok("Units are found as of "
                + Arguments.local(snapshots.get().at()) + "; municipalities: " + municipalities.from());
    }
}
