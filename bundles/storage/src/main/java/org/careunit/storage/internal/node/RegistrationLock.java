package org.careunit.storage.internal.node;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.hooks.bundle.EventHook;

/**
 * Lock that keeps services from being registered while bundles stop, and bundles from stopping meanwhile. A
 * registration activates the components that waited for it, on the registering thread; the component runtime logs
 * errors where their bundle, or one that they need, stops meanwhile. It is a hook, since hooks are called before the
 * component runtime, which listens.
 *
 * <p>What is removed as one, such as a feature, stops bundle by bundle and in any order, so a registration waits until
 * no bundle has begun to stop for a second; once the bundle that registers stops itself, nothing is registered any
 * more.
 */
final class RegistrationLock implements EventHook {

    /** Neither waits for longer: errors in the log are better than a container that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CALM = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Bundle> stopping = new HashSet<>();
    private final Bundle own;
    private Thread registering;
    private boolean isClosed;
    private long calmFrom = System.nanoTime();

    /** @param own the bundle that registers */
    RegistrationLock(Bundle own) {
        this.own = own;
    }

    /** Registers a service while no bundle stops, unless our own does. */
    void run(Runnable registration) {
        if (!enter()) {
            return;
        }
        try {
            registration.run();
        } finally {
            leave();
        }
    }

    private boolean enter() {
        lock.lock();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isClosed && untilCalm() > 0 && System.nanoTime() - deadline < 0) {
                changed.await(Math.min(untilCalm(), deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            registering = isClosed ? null : Thread.currentThread();
            return !isClosed;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** In nanoseconds; 0 or less if no bundle stops. */
    private long untilCalm() {
        return stopping.isEmpty() ? calmFrom - System.nanoTime() : PATIENCE.toNanos();
    }

    private void leave() {
        lock.lock();
        try {
            registering = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        if (event.getType() == BundleEvent.STOPPING) {
            stops(event.getBundle());
        } else if (event.getType() == BundleEvent.STOPPED) {
            hasStopped(event.getBundle());
        }
    }

    private void stops(Bundle bundle) {
        lock.lock();
        try {
            isClosed |= bundle.equals(own);
            stopping.add(bundle);
            calmFrom = System.nanoTime() + CALM.toNanos();
            changed.signalAll();
            long left = PATIENCE.toNanos();
            while (registering != null && registering != Thread.currentThread() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void hasStopped(Bundle bundle) {
        lock.lock();
        try {
            stopping.remove(bundle);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
