package org.careunit.mail.internal;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.mail.internal.answers.SmtpAnswer;
import org.careunit.operations.Metrics;
import org.careunit.routes.AnswerCounts;
import org.osgi.service.component.annotations.Component;

/** Metrics of e-mail; it stays when the configuration changes. */
@Component(service = {MailMetrics.class, Metrics.class})
public final class MailMetrics implements Metrics {

    private final AnswerCounts answers = new AnswerCounts("messages");
    private final LongAdder connections = new LongAdder();

    void count(SmtpAnswer answer, long nanos) {
        answers.count(answer.delivery(), nanos);
    }

    /** Counts open connections. */
    LongAdder connections() {
        return connections;
    }

    @Override
    public List<Figure> read() {
        return List.of(
                answers.figure("mail.accepted", DeliveryStatus.ACCEPTED),
                answers.figure("mail.later", DeliveryStatus.TEMPORARY_FAILURE),
                answers.figure("mail.rejected", DeliveryStatus.PERMANENT_FAILURE),
                answers.figure("mail.fault", DeliveryStatus.TECHNICAL_FAILURE),
                answers.figure("mail.unavailable", DeliveryStatus.UNAVAILABLE),
                new Figure("mail.connections", "connections", connections.sum()),
                answers.meanTime("mail.mean"));
    }
}
