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

/** Metrics of mails that come back, since the start; it stays when the configuration changes. */
@Component(service = {BounceMetrics.class, Metrics.class})
public final class BounceMetrics implements Metrics {

    /** So many times of refusals are remembered; more say no more. */
    private static final int MOST_REFUSALS = 1_000;

    /** Counts a mail by its result. */
    enum Category {
        FAILED,
        SUPPRESSED,
        DELAYED,
        OTHER,
        UNMATCHED,
        CONFLICTS
    }

    private final Map<Category, LongAdder> counted = new EnumMap<>(Category.class);
    private final LongAdder read = new LongAdder();
    private final LongAdder blocked = new LongAdder();
    private final Deque<Instant> refusals = new ArrayDeque<>();
    private volatile int waiting;
    private volatile int setAside;

    public BounceMetrics() {
        for (Category one : Category.values()) {
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

    private static Category kind(BounceResult mail) {
        if (mail.isConflict()) {
            return Category.CONFLICTS;
        }
        if (mail.isSuppressed()) {
            return Category.SUPPRESSED;
        }
        if (mail.type() != ReturnedMail.Type.REPORT) {
            return Category.OTHER;
        }
        if (mail.message().isEmpty()) {
            return Category.UNMATCHED;
        }
        return mail.result().isPresent() ? Category.FAILED : Category.DELAYED;
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
        return counted.get(Category.CONFLICTS).sum();
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
                mails("bounces.failed", Category.FAILED),
                mails("bounces.suppressed", Category.SUPPRESSED),
                mails("bounces.delayed", Category.DELAYED),
                mails("bounces.other", Category.OTHER),
                mails("bounces.unmatched", Category.UNMATCHED),
                mails("bounces.conflicts", Category.CONFLICTS),
                new Figure("bounces.blocked", "mails", blocked.sum()),
                new Figure("bounces.waiting", "mails", waiting),
                new Figure("bounces.set-aside", "mails", setAside));
    }

    private Figure mails(String name, Category what) {
        return new Figure(name, "mails", counted.get(what).sum());
    }
}
