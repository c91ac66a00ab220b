package org.careunit.journal.internal;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.operations.Metrics;
import org.careunit.routes.AnswerCounts;
import org.osgi.service.component.annotations.Component;

/** Metrics of all record systems together; it stays when a configuration changes. */
@Component(service = {JournalMetrics.class, Metrics.class})
public final class JournalMetrics implements Metrics {

    private final AnswerCounts answers = new AnswerCounts("notices");
    private final LongAdder unknown = new LongAdder();

    void count(JournalAnswer answer, long nanos) {
        answers.count(answer.status(), nanos);
        if (!answer.isCertain()) {
            unknown.increment();
        }
    }

    @Override
    public List<Figure> read() {
        return List.of(
                answers.figure("journal.accepted", DeliveryStatus.ACCEPTED),
                answers.figure("journal.later", DeliveryStatus.TEMPORARY_FAILURE),
                new Figure("journal.unanswered", "notices", unknown.sum()),
                answers.figure("journal.refused", DeliveryStatus.TECHNICAL_FAILURE),
                answers.figure("journal.unavailable", DeliveryStatus.UNAVAILABLE),
                answers.meanTime("journal.mean"));
    }
}
