package org.careunit.api.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.messages.Topic;

/**
 * What became, or will become, of a topic for one recipient over one channel; without personal data.
 *
 * @param topic which kind of news; never null
 * @param round which round of the case a reminder belongs to; empty for other news
 * @param reason what decided; never null
 * @param at when it was sent, decided or will leave; empty where there is no such moment
 * @param channel {@code email}, {@code sms} or {@code journal}; empty where nobody was told
 * @param recipient masked; empty for nobody, and 24 hours after the end
 * @param decidedBy the saved version that decided; empty where none did
 * @param swedish for people in the unit; never null
 * @param english for operators; may quote what a gateway answered; never null
 */
public record Explanation(
        Topic topic,
        OptionalInt round,
        MessageReason reason,
        Optional<Instant> at,
        Optional<String> channel,
        Optional<String> recipient,
        Optional<DecidingVersion> decidedBy,
        String swedish,
        String english) {

    public Explanation {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(decidedBy, "decidedBy");
        Objects.requireNonNull(swedish, "swedish");
        Objects.requireNonNull(english, "english");
    }
}
