package org.careunit.storage.internal.documents;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;

/** Remembers what it heard. */
public final class HeardChanges implements ChangeBroadcast.Listener {

    final List<Change> changes = new CopyOnWriteArrayList<>();
    final AtomicInteger anything = new AtomicInteger();

    @Override
    public void changed(Change change) {
        changes.add(change);
    }

    @Override
    public void noticesLost() {
        anything.incrementAndGet();
    }
}
