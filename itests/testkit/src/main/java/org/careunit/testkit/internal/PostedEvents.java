package org.careunit.testkit.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;

/** EventAdmin in memory: keeps what is posted, and gives it to the handlers in the posting thread. */
public final class PostedEvents implements EventAdmin {

    private final List<Event> posted = new CopyOnWriteArrayList<>();
    private final Map<EventHandler, List<String>> handlers = new ConcurrentHashMap<>();

    /**
     * Adds a handler.
     *
     * @param topics as its service property has them: a text, or an array or list of texts
     */
    public void add(EventHandler handler, Object topics) {
        handlers.put(
                handler,
                topics instanceof Object[] several
                        ? Stream.of(several).map(String::valueOf).toList()
                        : topics instanceof List<?> list
                                ? list.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(topics)));
    }

    /** What was posted, in its order. */
    public List<Event> posted() {
        return List.copyOf(posted);
    }

    @Override
    public void postEvent(Event event) {
        posted.add(event);
        handlers.forEach((handler, topics) -> {
            if (topics.stream().anyMatch(topic -> matches(topic, event.getTopic()))) {
                handler.handleEvent(event);
            }
        });
    }

    @Override
    public void sendEvent(Event event) {
        postEvent(event);
    }

    private static boolean matches(String pattern, String topic) {
        return pattern.endsWith("*")
                ? topic.startsWith(pattern.substring(0, pattern.length() - 1))
                : topic.equals(pattern);
    }
}
