package org.careunit.testkit.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.careunit.api.events.PlatformEvents;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;

/** EventAdmin in memory: keeps what is posted, and gives platform events to their handlers in the posting thread. */
public final class PostedEvents implements EventAdmin {

    private final List<Event> posted = new CopyOnWriteArrayList<>();
    private final Set<EventHandler> handlers = new CopyOnWriteArraySet<>();

    /** Adds a handler of platform events. */
    public void add(EventHandler handler) {
        handlers.add(handler);
    }

    /** What was posted, in its order. */
    public List<Event> posted() {
        return List.copyOf(posted);
    }

    @Override
    public void postEvent(Event event) {
        posted.add(event);
        if (event.getTopic().equals(PlatformEvents.TOPIC)) {
            handlers.forEach(handler -> handler.handleEvent(event));
        }
    }

    @Override
    public void sendEvent(Event event) {
        postEvent(event);
    }
}
