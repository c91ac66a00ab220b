package org.careunit.testkit.fakes;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * Base of fake gateways: they store what they accepted and answer as a test sets. Safe for many threads.
 *
 * @param <M> the kind of message
 */
abstract sealed class FakeGateway<M> permits FakeMailGateway, FakeSmsGateway {

    private final FaultSwitch faults = new FaultSwitch();
    private final List<M> accepted = new CopyOnWriteArrayList<>();
    private final List<M> offered = new CopyOnWriteArrayList<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile Function<M, DeliveryResult> answer;
    private volatile boolean setUp = true;

    FakeGateway() {
        answer = this::accept;
    }

    /** What an accepted message is answered. */
    abstract DeliveryResult accept(M message);

    /** How it fails. */
    public FaultSwitch faults() {
        return faults;
    }

    /** Messages that were accepted, in their order; never null. */
    public List<M> sent() {
        return List.copyOf(accepted);
    }

    /** Messages that were handed over, accepted or not, in their order; never null. */
    public List<M> offered() {
        return List.copyOf(offered);
    }

    /** Forgets what it was handed so far. */
    public void clear() {
        accepted.clear();
        offered.clear();
    }

    /** Answers that to each message from now on. */
    public void answer(DeliveryStatus status, String reason) {
        answer(message -> new DeliveryResult(status, reason));
    }

    /** Answers by a rule from now on. */
    public void answer(Function<M, DeliveryResult> rule) {
        answer = rule;
    }

    /** Accepts all messages from now on, and tells those who wait for that. */
    public void recover() {
        faults.mend();
        answer = this::accept;
        listeners.forEach(Runnable::run);
    }

    /** Says whether it is configured. */
    public void setSetUp(boolean configured) {
        setUp = configured;
    }

    public boolean isSetUp() {
        return setUp;
    }

    public Runnable onRecovery(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    DeliveryResult take(String who, M message) {
        offered.add(message);
        if (faults.current() == FaultSwitch.Fault.UNAVAILABLE) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, who + " rests, on purpose");
        }
        DeliveryResult result = faults.answer(who, () -> answer.apply(message));
        if (result != null && result.status() == DeliveryStatus.ACCEPTED) {
            accepted.add(message);
        }
        return result;
    }
}
