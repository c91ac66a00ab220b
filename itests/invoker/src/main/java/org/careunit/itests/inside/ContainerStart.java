package org.careunit.itests.inside;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Waits until Karaf has come up: Pax Exam lets the first test in as soon as its own bundles run, and on a slow machine
 * Karaf still starts bundles of its own then.
 */
final class ContainerStart {

    private static final String BOOTED = "org.apache.karaf.features.BootFinished";
    private static final long PATIENCE_MILLIS = 60_000;

    private final BundleContext context;

    ContainerStart(BundleContext context) {
        this.context = context;
    }

    /** @throws IllegalStateException if it does not come up within a minute, naming what does not start */
    void await() throws InterruptedException {
        awaitBoot();
        BlockingQueue<BundleEvent> events = new LinkedBlockingQueue<>();
        BundleListener listener = events::add;
        context.addBundleListener(listener);
        try {
            for (var coming = coming(); !coming.isEmpty(); coming = coming()) {
                if (events.poll(PATIENCE_MILLIS, MILLISECONDS) == null) {
                    throw new IllegalStateException("These bundles did not start: " + coming);
                }
            }
        } finally {
            context.removeBundleListener(listener);
        }
    }

    private void awaitBoot() throws InterruptedException {
        ServiceTracker<Object, Object> booted = new ServiceTracker<>(context, BOOTED, null);
        booted.open();
        try {
            if (booted.waitForService(PATIENCE_MILLIS) == null) {
                throw new IllegalStateException("Karaf's boot features did not come up within a minute");
            }
        } finally {
            booted.close();
        }
    }

    /** The bundles that are to be started and are not yet. */
    private List<Bundle> coming() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(ContainerStart::isToBeStarted)
                .toList();
    }

    /** Not a fragment, which is never started, nor one that starts when it is needed first. */
    private static boolean isToBeStarted(Bundle bundle) {
        var level = bundle.adapt(BundleStartLevel.class);
        return level != null
                && level.isPersistentlyStarted()
                && bundle.getHeaders().get("Fragment-Host") == null
                && !(level.isActivationPolicyUsed() && bundle.getHeaders().get("Bundle-ActivationPolicy") != null);
    }
}
