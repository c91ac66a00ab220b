package org.careunit.notifications.internal.recordsystem;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;

/** A record system in memory, which accepts what nothing else is said of. */
final class ScriptedRecordSystem implements RecordSystem {

    final List<CaseNotice> notices = new CopyOnWriteArrayList<>();
    final Queue<RecordSystemAnswer> answers = new ConcurrentLinkedQueue<>();
    volatile String fingerprint = "one";
    volatile boolean mayNameResident;
    volatile RuntimeException fault;

    /** At which of all notices an error is thrown, from 1; 0: at none. */
    volatile int errorAt;

    @Override
    public String name() {
        return "Scripted";
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean mayNameResident() {
        return mayNameResident;
    }

    @Override
    public RecordSystemAnswer send(CaseNotice notice) {
        notices.add(notice);
        if (notices.size() == errorAt) {
            throw new AssertionError("The record system's error, on purpose");
        }
        if (fault != null) {
            throw fault;
        }
        RecordSystemAnswer next = answers.poll();
        return next == null ? RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "AA") : next;
    }

    /** What it was told of cases, tests aside. */
    List<String> told() {
        return notices.stream()
                .filter(notice -> !notice.isTest())
                .map(notice -> notice.kind() + " " + notice.round())
                .toList();
    }
}
