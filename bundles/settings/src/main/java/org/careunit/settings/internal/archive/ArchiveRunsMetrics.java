package org.careunit.settings.internal.archive;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.operations.Metrics;
import org.careunit.storage.ArchiveRecords.RunCase;
import org.osgi.service.component.annotations.Component;

/** Metrics of archive runs on this node since it started. */
@Component(service = {ArchiveRunsMetrics.class, Metrics.class})
public final class ArchiveRunsMetrics implements Metrics {

    private final LongAdder cases = new LongAdder();
    private final LongAdder leftOut = new LongAdder();
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder done = new LongAdder();

    void collected(Collection<RunCase> some) {
        long faulty = some.stream().filter(one -> one.fault().isPresent()).count();
        leftOut.add(faulty);
        cases.add(some.size() - faulty);
    }

    void confirmed(int some) {
        confirmed.add(some);
    }

    void done() {
        done.increment();
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("settings.archive.cases", "cases", cases.sum()),
                new Figure("settings.archive.leftOut", "cases", leftOut.sum()),
                new Figure("settings.archive.confirmed", "cases", confirmed.sum()),
                new Figure("settings.archive.done", "runs", done.sum()));
    }
}
