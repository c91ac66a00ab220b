package org.careunit.storage.internal.node;

import java.util.List;
import org.careunit.api.failure.UnavailableException;
import org.careunit.operations.Metrics;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Metrics of the store: how many jobs are due, how many were set aside, and in how many lanes none are started; -1
 * while the store cannot be queried.
 */
@Component
public final class StorageMetrics implements Metrics {

    private final StorageOpener opener;

    @Activate
    public StorageMetrics(@Reference StorageComponent storage) {
        opener = storage.opener();
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("storage.jobs.due", "jobs", asked(jobs -> jobs.backlog().stream()
                        .mapToLong(Jobs.Backlog::jobs)
                        .sum())),
                new Figure("storage.jobs.set-aside", "jobs", asked(jobs -> jobs.setAside(1000)
                        .size())),
                new Figure("storage.jobs.resting", "lanes", asked(jobs -> jobs.resting()
                        .size())));
    }

    private double asked(java.util.function.ToDoubleFunction<Jobs> question) {
        try {
            return opener.node()
                    .filter(node -> !node.isOut())
                    .map(node -> question.applyAsDouble(node.service(Jobs.class)))
                    .orElse(-1.0);
        } catch (UnavailableException outage) {
            return -1;
        }
    }
}
