package org.careunit.mail.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.mail.internal.SmtpAnswer.Meaning;
import org.careunit.operations.Figures;
import org.osgi.service.component.annotations.Component;

/** What e-mail counts; it stays when the configuration changes. */
@Component(service = {MailMetrics.class, Figures.class})
public final class MailMetrics implements Figures {

    private final Map<Meaning, LongAdder> answers = new EnumMap<>(Meaning.class);
    private final LongAdder acceptedNanos = new LongAdder();
    private final LongAdder connections = new LongAdder();

    public MailMetrics() {
        for (Meaning meaning : Meaning.values()) {
            answers.put(meaning, new LongAdder());
        }
    }

    void count(SmtpAnswer answer, long nanos) {
        answers.get(answer.meaning()).increment();
        if (answer.meaning() == Meaning.ACCEPTED) {
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
                messages("mail.accepted", Meaning.ACCEPTED),
                messages("mail.later", Meaning.LATER),
                messages("mail.rejected", Meaning.REJECTED),
                messages("mail.fault", Meaning.FAULT),
                messages("mail.unavailable", Meaning.RESTS),
                new Figure("mail.connections", "connections", connections.sum()),
                new Figure("mail.mean", "ms", mean()));
    }

    private Figure messages(String name, Meaning meaning) {
        return new Figure(name, "messages", answers.get(meaning).sum());
    }

    private double mean() {
        long accepted = answers.get(Meaning.ACCEPTED).sum();
        return accepted == 0 ? 0 : acceptedNanos.sum() / 1e6 / accepted;
    }
}
