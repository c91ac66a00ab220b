package org.careunit.itests.peers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;

/**
 * Faults of a mail server, to be switched on and off while it runs. A recipient is an address, a domain written
 * {@code @example.org}, or empty for everybody.
 */
public final class MailFaults {

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final Map<String, Long> greylist = new ConcurrentHashMap<>();
    private volatile Duration greylisting = Duration.ZERO;
    private volatile Hang hang = new Hang(false, new CountDownLatch(0));
    private volatile int messagesPerConnection = ALWAYS;

    MailFaults() {}

    /** Refuses everything at that stage, with a reply such as {@code 451 4.3.0 Not now}, until {@link #clear}. */
    public void refuse(MailStage stage, String reply) {
        refuse(stage, reply, "", ALWAYS);
    }

    /** Refuses that recipient at that stage a number of times; 421 also closes the connection. */
    public void refuse(MailStage stage, String reply, String recipient, int times) {
        refusals.add(new Refusal(stage, reply, recipient.toLowerCase(Locale.ROOT), new AtomicInteger(times)));
    }

    /** Closes the connection without a word at that stage, a number of times. */
    public void drop(MailStage stage, int times) {
        refuse(stage, "", "", times);
    }

    /** Puts off each recipient with 451 until so much time has passed since the first attempt. */
    public void greylist(Duration pause) {
        greylist.clear();
        greylisting = pause;
    }

    /** Reads messages and says nothing until {@link #release}, and has not taken them then. */
    public void hangBeforeAccepting() {
        hang = new Hang(false, new CountDownLatch(1));
    }

    /** Takes messages and says nothing about it until {@link #release}. */
    public void hangAfterAccepting() {
        hang = new Hang(true, new CountDownLatch(1));
    }

    /** Lets go of everybody who hangs, and hangs no more. */
    public void release() {
        Hang held = hang;
        hang = new Hang(false, new CountDownLatch(0));
        held.gate().countDown();
    }

    /** Closes each connection after so many messages, without a word. */
    public void dropAfter(int messages) {
        messagesPerConnection = messages;
    }

    /** Nothing goes wrong any more. */
    public void clear() {
        refusals.clear();
        greylist(Duration.ZERO);
        messagesPerConnection = ALWAYS;
        release();
    }

    boolean isLast(int message) {
        return message >= messagesPerConnection;
    }

    /** @return whether the connection is to be closed without a word */
    boolean dropsAt(MailStage stage, String recipient) throws RejectException {
        for (Refusal refusal : refusals) {
            if (refusal.applies(stage, recipient)) {
                return refusal.play();
            }
        }
        if (stage == MailStage.RCPT && isTooEarly(recipient)) {
            throw new RejectException(451, "4.7.1 <" + recipient + ">: Recipient address rejected: Greylisted");
        }
        return false;
    }

    private boolean isTooEarly(String recipient) {
        long now = System.nanoTime();
        Duration pause = greylisting;
        return !pause.isZero() && now - greylist.computeIfAbsent(recipient, first -> now) < pause.toNanos();
    }

    Hang hang() {
        return hang;
    }

    record Hang(boolean accepted, CountDownLatch gate) {
        /** Waits at the gate; says whether it was shut. */
        boolean await() {
            boolean shut = gate.getCount() > 0;
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return shut;
        }
    }

    private record Refusal(MailStage stage, String reply, String recipient, AtomicInteger left) {

        boolean applies(MailStage at, String whom) {
            return at == stage
                    && whom.toLowerCase(Locale.ROOT).endsWith(recipient)
                    && left.getAndUpdate(n -> n == ALWAYS || n == 0 ? n : n - 1) > 0;
        }

        boolean play() throws RejectException {
            if (reply.isEmpty()) {
                return true;
            }
            int code = Integer.parseInt(reply.substring(0, 3));
            String text = reply.substring(4);
            throw code == 421 ? new DropConnectionException(code, text) : new RejectException(code, text);
        }
    }
}
