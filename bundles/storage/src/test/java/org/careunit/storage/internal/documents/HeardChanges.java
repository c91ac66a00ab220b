package org.careunit.storage.internal.documents;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Changes.Change;

/** Remembers what it heard. */
public final class HeardChanges implements Changes.Listener {

    final List<Change> changes = new CopyOnWriteArrayList<>();
    final AtomicInteger anything = new AtomicInteger();

    @Override
    public void changed(Change change) {
        changes.add(change);
    }

    @Override
    public void anything() {
        anything.incrementAndGet();
    }
}
