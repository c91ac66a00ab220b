package org.careunit.notifications.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.events.PlatformEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for events that come by EventAdmin. It keeps each on disk and returns: EventAdmin shuts out a handler that takes
 * its time, for good. It stands open whether or not there is a database.
 */
@Component(
        service = {EventHandler.class, EventDoor.class},
        immediate = true,
        property = EventConstants.EVENT_TOPIC + "=" + PlatformEvents.TOPIC)
public final class EventDoor implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EventDoor.class);

    private final Spool spool;
    private final Path refused;
    private final Semaphore arrivals = new Semaphore(0);
    private final LongAdder kept = new LongAdder();
    private final LongAdder lost = new LongAdder();

    @Activate
    public EventDoor(@Reference NotificationsSettings settings) {
        spool = new Spool(settings.spool());
        refused = settings.spool().resolve("refused");
    }

    @Override
    public void handleEvent(Event event) {
        if (!(event.getProperty(PlatformEvents.JSON) instanceof String json)) {
            LOG.warn("An event on {} has no text under '{}'; it is passed over", event.getTopic(), PlatformEvents.JSON);
            return;
        }
        try {
            spool.append(json);
            kept.increment();
            arrivals.release();
        } catch (IOException failure) {
            lost.increment();
            LOG.error(
                    "An event that came by EventAdmin could not be kept in the spool and is lost to us: {}. Make room on its"
                            + " disk, and have the host post it again",
                    failure.toString());
        }
    }

    @Deactivate
    void close() throws IOException {
        spool.close();
    }

    Spool spool() {
        return spool;
    }

    /** Where texts lie that are no events. */
    Path refused() {
        return refused;
    }

    /** Waits until something has come in, or for so long. */
    void awaitArrival(long millis) throws InterruptedException {
        if (arrivals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            arrivals.drainPermits();
        }
    }

    long kept() {
        return kept.sum();
    }

    long lost() {
        return lost.sum();
    }
}
