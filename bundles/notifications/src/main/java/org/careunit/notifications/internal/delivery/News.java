package org.careunit.notifications.internal.delivery;

import java.util.Objects;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Topic;

/**
 * Something that recipients are told.
 *
 * @param topic never null
 * @param event the event that is the reason; with topic, recipient and channel it is told once; never null
 * @param subject the case it is about; never null
 */
public record News(Topic topic, String event, CaseRef subject) {

    public News {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(subject, "subject");
    }
}
