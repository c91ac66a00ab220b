package org.careunit.archive.internal;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.operations.Metrics;
import org.osgi.service.component.annotations.Component;

/** Metrics of the archive; it stays when the configuration changes. */
@Component(service = {ArchiveMetrics.class, Metrics.class})
public final class ArchiveMetrics implements Metrics {

    private final LongAdder finished = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder deliveredBytes = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder written = new LongAdder();

    void finished(long bytes) {
        finished.increment();
        written.add(bytes);
    }

    void delivered(long bytes) {
        delivered.increment();
        deliveredBytes.add(bytes);
    }

    void failed() {
        failed.increment();
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("archive.finished", "packages", finished.sum()),
                new Figure("archive.written", "bytes", written.sum()),
                new Figure("archive.delivered", "packages", delivered.sum()),
                new Figure("archive.sent", "bytes", deliveredBytes.sum()),
                new Figure("archive.failed", "attempts", failed.sum()));
    }
}
