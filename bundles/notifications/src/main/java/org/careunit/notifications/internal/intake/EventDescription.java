package org.careunit.notifications.internal.intake;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Arrays;
import org.osgi.service.event.Event;

/**
 * Describes as JSON an EventAdmin event that carries none: its topic and its properties, texts, numbers and truth
 * values as they are and of anything else the class alone. A container adds objects of its own, such as the caller's
 * subject, which are never written.
 */
public final class EventDescription {

    private static final int MOST = 100;
    private static final int LONGEST = 1_000;

    private EventDescription() {}

    public static String of(Event event) {
        JsonProvider json = JsonProvider.provider();
        JsonObjectBuilder properties = json.createObjectBuilder();
        Arrays.stream(event.getPropertyNames())
                .sorted()
                .limit(MOST)
                .forEach(name -> properties.add(cut(name), described(event.getProperty(name))));
        return json.createObjectBuilder()
                .add("topic", event.getTopic())
                .add("properties", properties)
                .build()
                .toString();
    }

    private static String described(Object value) {
        if (value == null) {
            return "null";
        }
        boolean plain = value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
        return cut(plain ? value.toString() : value.getClass().getName());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
