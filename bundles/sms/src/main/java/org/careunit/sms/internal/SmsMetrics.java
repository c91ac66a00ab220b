package org.careunit.sms.internal;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.Metrics;
import org.careunit.routes.AnswerCounts;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.receipts.ReceiptCounts;
import org.osgi.service.component.annotations.Component;

/** Metrics of SMS; it stays when the configuration changes. */
@Component(service = {SmsMetrics.class, Metrics.class})
public final class SmsMetrics implements Metrics {

    private final AnswerCounts answers = new AnswerCounts("messages");
    private final LongAdder parts = new LongAdder();
    private final ReceiptCounts receipts = new ReceiptCounts();

    void count(SmsAnswer answer, long nanos) {
        answers.count(answer.delivery(), nanos);
        if (answer.isAccepted()) {
            parts.add(answer.parts().size());
        }
    }

    ReceiptCounts receipts() {
        return receipts;
    }

    @Override
    public List<Figure> read() {
        return List.of(
                answers.figure("sms.accepted", DeliveryStatus.ACCEPTED),
                new Figure("sms.parts", "parts", parts.sum()),
                answers.figure("sms.later", DeliveryStatus.TEMPORARY_FAILURE),
                answers.figure("sms.rejected", DeliveryStatus.PERMANENT_FAILURE),
                answers.figure("sms.fault", DeliveryStatus.TECHNICAL_FAILURE),
                answers.figure("sms.not-allowed", DeliveryStatus.NOT_ALLOWED),
                answers.figure("sms.unavailable", DeliveryStatus.UNAVAILABLE),
                answers.meanTime("sms.mean"),
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
}
