package org.careunit.mail.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.mail.internal.answers.SmtpAnswer;
import org.careunit.operations.Metrics;
import org.osgi.service.component.annotations.Component;

/** Metrics of e-mail; it stays when the configuration changes. */
@Component(service = {MailMetrics.class, Metrics.class})
public final class MailMetrics implements Metrics {

    private final Map<DeliveryStatus, LongAdder> answers = new EnumMap<>(DeliveryStatus.class);
    private final LongAdder acceptedNanos = new LongAdder();
    private final LongAdder connections = new LongAdder();

    public MailMetrics() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            answers.put(status, new LongAdder());
        }
    }

    void count(SmtpAnswer answer, long nanos) {
        answers.get(answer.delivery()).increment();
        if (answer.delivery() == DeliveryStatus.ACCEPTED) {
            acceptedNanos.add(nanos);
        }
    }

    /** Counts open connections. */
    LongAdder connections() {
        return connections;
    }

    @Override
    public List<Figure> read() {
        return List.of(
                messages("mail.accepted", DeliveryStatus.ACCEPTED),
                messages("mail.later", DeliveryStatus.TEMPORARY_FAILURE),
                messages("mail.rejected", DeliveryStatus.PERMANENT_FAILURE),
                messages("mail.fault", DeliveryStatus.TECHNICAL_FAILURE),
                messages("mail.unavailable", DeliveryStatus.UNAVAILABLE),
                new Figure("mail.connections", "connections", connections.sum()),
                new Figure("mail.mean", "ms", mean()));
    }

    private Figure messages(String name, DeliveryStatus status) {
        return new Figure(name, "messages", answers.get(status).sum());
    }

    private double mean() {
        long accepted = answers.get(DeliveryStatus.ACCEPTED).sum();
        return accepted == 0 ? 0 : acceptedNanos.sum() / 1e6 / accepted;
    }
}
