package org.careunit.notifications.internal.delivery;

import java.util.Objects;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;

/**
 * A message that is about to leave.
 *
 * @param id the same at each attempt; never null
 * @param topic never null
 * @param unit which unit it is about; never null
 * @param count how many news of the topic it carries, 1 or more
 */
public record OutgoingNews(UUID id, Topic topic, HsaId unit, int count) {

    public OutgoingNews {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(unit, "unit");
    }
}
