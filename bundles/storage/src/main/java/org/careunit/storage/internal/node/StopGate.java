package org.careunit.storage.internal.node;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Prevents that a bundle is stopped while a service that it uses is being registered. Whoever registers a service
 * activates, on the same thread, the components that waited for it; the component runtime logs errors if another thread
 * stops their bundle meanwhile. It is a hook, since hooks hear of a stop before the component runtime does, which
 * listens.
 */
final class StopGate implements EventHook {

    /** Neither waits for longer: errors in the log are better than a container that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String OURS = "org.careunit.";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Bundle> stopping = new HashSet<>();
    private final Bundle own;
    private Thread registering;

    /** @param own the bundle that registers; its stop waits for the thread that does so, which must not wait for it */
    StopGate(Bundle own) {
        this.own = own;
    }

    /** Registers a service while no bundle that may use it stops. */
    void pass(Runnable registration) {
        enter();
        try {
            registration.run();
        } finally {
            leave();
        }
    }

    private void enter() {
        lock.lock();
        try {
            await(stopping::isEmpty);
            registering = Thread.currentThread();
        } finally {
            lock.unlock();
        }
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
        if (event.getType() == BundleEvent.STOPPING && uses(event.getBundle())) {
            stops(event.getBundle());
        } else if (event.getType() == BundleEvent.STOPPED) {
            hasStopped(event.getBundle());
        }
    }

    private void stops(Bundle bundle) {
        lock.lock();
        try {
            if (!bundle.equals(own)) {
                stopping.add(bundle);
            }
            await(() -> registering == null || registering == Thread.currentThread());
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

    private void await(BooleanSupplier condition) {
        long left = PATIENCE.toNanos();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean uses(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return isOurs(bundle)
                || (wiring != null
                        && wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                                .anyMatch(wire -> isOurs(wire.getProvider().getBundle())));
    }

    private static boolean isOurs(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName()).startsWith(OURS);
    }
}
