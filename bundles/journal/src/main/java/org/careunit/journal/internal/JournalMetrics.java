package org.careunit.journal.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.operations.Metrics;
import org.osgi.service.component.annotations.Component;

/** Metrics of all record systems together; it stays when a configuration changes. */
@Component(service = {JournalMetrics.class, Metrics.class})
public final class JournalMetrics implements Metrics {

    private final Map<DeliveryStatus, LongAdder> answers = new EnumMap<>(DeliveryStatus.class);
    private final LongAdder unknown = new LongAdder();
    private final LongAdder acceptedNanos = new LongAdder();

    public JournalMetrics() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            answers.put(status, new LongAdder());
        }
    }

    void count(JournalAnswer answer, long nanos) {
        answers.get(answer.status()).increment();
        if (!answer.isCertain()) {
            unknown.increment();
        }
        if (answer.status() == DeliveryStatus.ACCEPTED) {
            acceptedNanos.add(nanos);
        }
    }

    @Override
    public List<Figure> read() {
        return List.of(
                notices("journal.accepted", DeliveryStatus.ACCEPTED),
                notices("journal.later", DeliveryStatus.TEMPORARY_FAILURE),
                new Figure("journal.unanswered", "notices", unknown.sum()),
                notices("journal.refused", DeliveryStatus.TECHNICAL_FAILURE),
                notices("journal.unavailable", DeliveryStatus.UNAVAILABLE),
                new Figure("journal.mean", "ms", mean()));
    }

    private Figure notices(String name, DeliveryStatus status) {
        return new Figure(name, "notices", answers.get(status).sum());
    }

    private double mean() {
        long accepted = answers.get(DeliveryStatus.ACCEPTED).sum();
        return accepted == 0 ? 0 : acceptedNanos.sum() / 1e6 / accepted;
    }
}
