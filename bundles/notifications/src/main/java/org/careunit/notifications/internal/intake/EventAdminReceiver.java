package org.careunit.notifications.internal.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.events.PlatformEvents;
import org.careunit.notifications.internal.NotificationsSettings;
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
 * Receives platform events from EventAdmin. It appends each to the spool on disk and returns, since EventAdmin never
 * again calls a handler that takes long. It needs no database.
 */
@Component(
        service = {EventHandler.class, EventAdminReceiver.class},
        immediate = true,
        property = EventConstants.EVENT_TOPIC + "=" + PlatformEvents.TOPIC)
public final class EventAdminReceiver implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EventAdminReceiver.class);

    private final Spool spool;
    private final RefusedTexts refused;
    private final Semaphore arrivals = new Semaphore(0);
    private final LongAdder kept = new LongAdder();
    private final LongAdder lost = new LongAdder();

    @Activate
    public EventAdminReceiver(@Reference NotificationsSettings settings) {
        spool = new Spool(settings.spool());
        refused = new RefusedTexts(settings.spool().resolve("refused"));
    }

    @Override
    public void handleEvent(Event event) {
        try {
            Optional<String> json = json(event.getProperty(PlatformEvents.JSON));
            if (json.isPresent()) {
                spool.append(json.get());
                kept.increment();
                arrivals.release();
            } else {
                LOG.warn(
                        "An event on {} has no text under '{}'; what it has is set aside as {}. See"
                                + " careunit:event-refused",
                        event.getTopic(),
                        PlatformEvents.JSON,
                        refused.add(EventDescription.of(event)));
            }
        } catch (IOException failure) {
            lost.increment();
            LOG.error(
                    "An event that came by EventAdmin could not be kept in the spool and is lost to us:"
                            + " {}. Make room on its"
                            + " disk, and have the host post it again",
                    failure.toString());
        }
    }

    private static Optional<String> json(Object property) {
        if (property instanceof byte[] bytes) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
        return property instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty();
    }

    @Deactivate
    public void close() throws IOException {
        spool.close();
    }

    public Spool spool() {
        return spool;
    }

    /** The texts that were refused. */
    public RefusedTexts refused() {
        return refused;
    }

    /** Ends a wait for arrivals. */
    public void wake() {
        arrivals.release();
    }

    /** Waits until something has come in, or for so long. */
    public void awaitArrival(long millis) throws InterruptedException {
        if (arrivals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            arrivals.drainPermits();
        }
    }

    public long kept() {
        return kept.sum();
    }

    public long lost() {
        return lost.sum();
    }
}
