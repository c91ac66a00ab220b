package org.careunit.sms.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.Metrics;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.receipts.ReceiptCounts;
import org.osgi.service.component.annotations.Component;

/** Metrics of SMS; it stays when the configuration changes. */
@Component(service = {SmsMetrics.class, Metrics.class})
public final class SmsMetrics implements Metrics {

    private final Map<DeliveryStatus, LongAdder> answers = new EnumMap<>(DeliveryStatus.class);
    private final LongAdder acceptedNanos = new LongAdder();
    private final LongAdder parts = new LongAdder();
    private final ReceiptCounts receipts = new ReceiptCounts();

    public SmsMetrics() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            answers.put(status, new LongAdder());
        }
    }

    void count(SmsAnswer answer, long nanos) {
        answers.get(answer.delivery()).increment();
        if (answer.isAccepted()) {
            acceptedNanos.add(nanos);
            parts.add(answer.parts().size());
        }
    }

    ReceiptCounts receipts() {
        return receipts;
    }

    @Override
    public List<Figure> read() {
        return List.of(
                messages("sms.accepted", DeliveryStatus.ACCEPTED),
                new Figure("sms.parts", "parts", parts.sum()),
                messages("sms.later", DeliveryStatus.TEMPORARY_FAILURE),
                messages("sms.rejected", DeliveryStatus.PERMANENT_FAILURE),
                messages("sms.fault", DeliveryStatus.TECHNICAL_FAILURE),
                messages("sms.not-allowed", DeliveryStatus.NOT_ALLOWED),
                messages("sms.unavailable", DeliveryStatus.UNAVAILABLE),
                new Figure("sms.mean", "ms", mean()),
                new Figure("sms.receipts", "receipts", receipts.taken().sum()),
                new Figure(
                        "sms.receipts.intermediate",
                        "receipts",
                        receipts.intermediate().sum()),
                new Figure(
                        "sms.receipts.unreadable",
                        "receipts",
                        receipts.unreadable().sum()),
                new Figure(
                        "sms.receipts.strangers",
                        "requests",
                        receipts.strangers().sum()),
                new Figure("sms.incoming", "messages", receipts.foreign().sum()));
    }

    private Figure messages(String name, DeliveryStatus status) {
        return new Figure(name, "messages", answers.get(status).sum());
    }

    private double mean() {
        long accepted = answers.get(DeliveryStatus.ACCEPTED).sum();
        return accepted == 0 ? 0 : acceptedNanos.sum() / 1e6 / accepted;
    }
}
