package org.careunit.routes;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.Metrics.Figure;

/**
 * Counts an outside system's answers by their status, and measures how long accepted ones took. Safe for use by many
 * threads.
 */
public final class AnswerCounts {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<DeliveryStatus, LongAdder> answers = new EnumMap<>(DeliveryStatus.class);
    private final LongAdder acceptedNanos = new LongAdder();
    private final String unit;

    /** @param unit what is counted, such as {@code messages} */
    public AnswerCounts(String unit) {
        this.unit = unit;
        for (DeliveryStatus status : DeliveryStatus.values()) {
            answers.put(status, new LongAdder());
        }
    }

    public void count(DeliveryStatus status, long nanos) {
        answers.get(status).increment();
        if (status == DeliveryStatus.ACCEPTED) {
            acceptedNanos.add(nanos);
        }
    }

    /** How many answers have a status. */
    public Figure figure(String name, DeliveryStatus status) {
        return new Figure(name, unit, answers.get(status).sum());
    }

    /** The mean time of accepted answers, in milliseconds; 0 without any. */
    public Figure meanTime(String name) {
        long accepted = answers.get(DeliveryStatus.ACCEPTED).sum();
        return new Figure(name, "ms", accepted == 0 ? 0 : acceptedNanos.sum() / NANOS_PER_MILLI / accepted);
    }
}
