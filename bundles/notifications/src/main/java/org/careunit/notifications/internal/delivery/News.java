package org.careunit.notifications.internal.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Topic;

/**
 * One piece of news for recipients.
 *
 * @param topic never null
 * @param event the event that is the reason; with topic, recipient and channel it is told once; never null
 * @param subject the case it is about; never null
 * @param due when it was due, for news that expire some time after; empty for news that do not
 * @param isSimulated whether it fell due while the unit simulated, and so is not sent whenever its turn comes
 */
public record News(Topic topic, String event, CaseRef subject, Optional<Instant> due, boolean isSimulated) {

    /** News that do not expire. */
    public News(Topic topic, String event, CaseRef subject) {
        this(topic, event, subject, Optional.empty(), false);
    }

    public News {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(due, "due");
    }
}
