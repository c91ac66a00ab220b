package org.careunit.sms.internal.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.careunit.sms.internal.answers.SmsFault;

/** State of the connection to the gateway, and its listeners. Safe for use by many threads. */
public final class LinkState {

    private final List<Consumer<Optional<SmsFault>>> listeners = new ArrayList<>();
    private boolean known;
    private SmsFault fault;

    /** @param found what is wrong; empty if nothing is */
    public synchronized void report(Optional<SmsFault> found) {
        known = true;
        fault = found.orElse(null);
        listeners.forEach(listener -> listener.accept(found));
    }

    /**
     * Adds a listener, which is called at once with the current state and after every change.
     *
     * @return stops that
     */
    public synchronized Runnable listen(Consumer<Optional<SmsFault>> listener) {
        listeners.add(listener);
        if (known) {
            listener.accept(Optional.ofNullable(fault));
        }
        return () -> remove(listener);
    }

    private synchronized void remove(Consumer<Optional<SmsFault>> listener) {
        listeners.remove(listener);
    }
}
