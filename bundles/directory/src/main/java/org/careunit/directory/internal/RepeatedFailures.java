package org.careunit.directory.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Distinguishes an error of one entry from an outage: failures of the same look-up count once, and a look-up that keeps
 * failing is not tried again for a while, so that one broken entry neither stops the others nor takes their
 * connections.
 */
final class RepeatedFailures {

    private static final int MOST = 1000;

    private final int patience;
    private final long pause;
    private final LongSupplier nanos;
    private final Map<Object, Failures> failures = new LinkedHashMap<>();

    /** @param nanos like {@link System#nanoTime()} */
    RepeatedFailures(int patience, Duration pause, LongSupplier nanos) {
        this.patience = patience;
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether it is to be tried now. */
    synchronized boolean allows(Object lookUp) {
        Failures own = failures.get(lookUp);
        return own == null || own.count() < patience || nanos.getAsLong() - own.last() >= pause;
    }

    /** Counts a failure; says whether it is the look-up's first since one succeeded. */
    synchronized boolean isFirst(Object lookUp) {
        Failures own = failures.remove(lookUp);
        failures.put(lookUp, new Failures(own == null ? 1 : own.count() + 1, nanos.getAsLong()));
        if (failures.size() > MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
        return own == null;
    }

    synchronized void succeeded(Object lookUp) {
        failures.remove(lookUp);
    }

    private record Failures(int count, long last) {}
}
