package org.careunit.itests.peers;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Faults of an SMS centre, each to be switched on and off while it runs. Safe for use by many threads. */
public final class SmsFaults {

    final AtomicInteger status = new AtomicInteger();
    final AtomicInteger bindStatus = new AtomicInteger();
    final AtomicInteger perSecond = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();
    final AtomicReference<Receipts> receipts = new AtomicReference<>(Receipts.NONE);

    /** When receipts come, and how. */
    public enum Receipts {
        /** None by themselves. */
        NONE,
        /** After the answer. */
        AFTER,
        /** Before the answer. */
        FIRST,
        /** After the answer, and once more. */
        TWICE
    }

    /** Answers every submission with this status; 0 takes them. */
    public void answer(int commandStatus) {
        status.set(commandStatus);
    }

    /** Answers binds with this status; 0 lets everybody in. */
    public void refuseBinds(int commandStatus) {
        bindStatus.set(commandStatus);
    }

    /** Takes so many submissions a second, and throttles the rest; 0 for no limit. */
    public void limit(int submissions) {
        perSecond.set(submissions);
    }

    /** Takes the next so many submissions, and never answers them. */
    public void swallow(int submissions) {
        unanswered.set(submissions);
    }

    public void send(Receipts when) {
        receipts.set(when);
    }
}
