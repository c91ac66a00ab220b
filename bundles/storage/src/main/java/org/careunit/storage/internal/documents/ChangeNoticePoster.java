package org.careunit.storage.internal.documents;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Posts every change of this node or another to EventAdmin for host modules; does nothing without EventAdmin. */
@Component(service = ChangeNoticePoster.class, immediate = true)
public final class ChangeNoticePoster implements ChangeBroadcast.Listener {

    /** Copies of directory entries are documents, too, but no decisions, so they are not announced. */
    private static final String COPY = "directory-copy";

    private final AtomicReference<EventAdmin> events = new AtomicReference<>();

    private final Runnable deaf;

    @Activate
    public ChangeNoticePoster(@Reference ChangeBroadcast changes) {
        deaf = changes.listen(this);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setEvents(EventAdmin present) {
        events.set(present);
    }

    public void unsetEvents(EventAdmin gone) {
        events.compareAndSet(gone, null);
    }

    @Deactivate
    public void close() {
        deaf.run();
    }

    @Override
    public void changed(Change change) {
        if (!change.kind().equals(COPY)) {
            post(
                    change.scope().level().name().toLowerCase(Locale.ROOT),
                    change.scope().id(),
                    change.kind(),
                    change.key());
        }
    }

    @Override
    public void noticesLost() {
        post("platform", ChangeNotices.ANYTHING, ChangeNotices.ANYTHING, ChangeNotices.ANYTHING);
    }

    private void post(String level, String id, String kind, String key) {
        EventAdmin there = events.get();
        if (there != null) {
            there.postEvent(new Event(
                    ChangeNotices.TOPIC,
                    Map.of(
                            ChangeNotices.SCOPE_LEVEL, level,
                            ChangeNotices.SCOPE_ID, id,
                            ChangeNotices.KIND, kind,
                            ChangeNotices.KEY, key)));
        }
    }
}
