package org.careunit.mail.internal.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.mail.internal.bounces.BounceResult;
import org.careunit.mail.internal.bounces.ReturnedMail;
import org.careunit.operations.Metrics;
import org.osgi.service.component.annotations.Component;

/** What is counted of mails that come back, since the start; it stays when the configuration changes. */
@Component(service = {BounceMetrics.class, Metrics.class})
public final class BounceMetrics implements Metrics {

    /** So many times of refusals are remembered; more say no more. */
    private static final int MOST_REFUSALS = 1_000;

    /** What a mail was counted as. */
    enum Counted {
        FAILED,
        SUPPRESSED,
        DELAYED,
        OTHER,
        UNMATCHED,
        CONFLICTS
    }

    private final Map<Counted, LongAdder> counted = new EnumMap<>(Counted.class);
    private final LongAdder read = new LongAdder();
    private final LongAdder blocked = new LongAdder();
    private final Deque<Instant> refusals = new ArrayDeque<>();
    private volatile int waiting;
    private volatile int setAside;

    public BounceMetrics() {
        for (Counted one : Counted.values()) {
            counted.put(one, new LongAdder());
        }
    }

    void count(BounceResult mail, Clock clock) {
        read.increment();
        counted.get(kind(mail)).increment();
        if (mail.isBlocked()) {
            blocked.increment();
            refused(clock.instant());
        }
    }

    private static Counted kind(BounceResult mail) {
        if (mail.isConflict()) {
            return Counted.CONFLICTS;
        }
        if (mail.isSuppressed()) {
            return Counted.SUPPRESSED;
        }
        if (mail.type() != ReturnedMail.Type.REPORT) {
            return Counted.OTHER;
        }
        if (mail.message().isEmpty()) {
            return Counted.UNMATCHED;
        }
        return mail.result().isPresent() ? Counted.FAILED : Counted.DELAYED;
    }

    private synchronized void refused(Instant now) {
        refusals.addLast(now);
        if (refusals.size() > MOST_REFUSALS) {
            refusals.removeFirst();
        }
    }

    /** How often our mail was refused as unwanted within some time. */
    synchronized long refusedWithin(Duration time, Instant now) {
        Instant since = now.minus(time);
        return refusals.stream().filter(at -> at.isAfter(since)).count();
    }

    long conflicts() {
        return counted.get(Counted.CONFLICTS).sum();
    }

    void contents(ImapMailbox.Contents contents) {
        waiting = contents.waiting();
        setAside = contents.setAside();
    }

    int setAside() {
        return setAside;
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("bounces.read", "mails", read.sum()),
                mails("bounces.failed", Counted.FAILED),
                mails("bounces.suppressed", Counted.SUPPRESSED),
                mails("bounces.delayed", Counted.DELAYED),
                mails("bounces.other", Counted.OTHER),
                mails("bounces.unmatched", Counted.UNMATCHED),
                mails("bounces.conflicts", Counted.CONFLICTS),
                new Figure("bounces.blocked", "mails", blocked.sum()),
                new Figure("bounces.waiting", "mails", waiting),
                new Figure("bounces.set-aside", "mails", setAside));
    }

    private Figure mails(String name, Counted what) {
        return new Figure(name, "mails", counted.get(what).sum());
    }
}
