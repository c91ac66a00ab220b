package org.careunit.itests.karaf;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** What happens to the bundles that were there before, until it is closed. */
final class BundleEvents implements SynchronousBundleListener, AutoCloseable {

    private final BundleContext context;
    private final List<Long> before;
    private final List<String> events = new CopyOnWriteArrayList<>();

    BundleEvents(BundleContext context) {
        this.context = context;
        this.before = bundles();
        context.addBundleListener(this);
    }

    /** Each as event type and bundle; empty if they were left alone. */
    List<String> ofBundlesThatWereThere() {
        return events;
    }

    /** Whether there are the same bundles as before, no more and no less. */
    boolean nothingAdded() {
        return bundles().equals(before);
    }

    private List<Long> bundles() {
        return Arrays.stream(context.getBundles()).map(Bundle::getBundleId).toList();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (before.contains(event.getBundle().getBundleId())) {
            events.add(event.getType() + " " + event.getBundle());
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
