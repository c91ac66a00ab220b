package org.careunit.api.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.failure.Problem;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;

/**
 * Explains what happened, or will happen, with a topic for one recipient over one channel; without personal data.
 *
 * @param topic which kind of news; never null
 * @param round which round of the case a reminder belongs to; empty for other news
 * @param reason what decided; never null
 * @param at when it was sent, decided or will leave; empty where there is no such moment
 * @param channel empty if there was no recipient
 * @param recipient masked; empty for nobody, and 24 hours after the end
 * @param decidedBy the saved version that decided; empty where none did
 * @param swedish for people in the unit; never null
 * @param english for operators; may quote what a gateway answered; never null
 */
public record MessageExplanation(
        Topic topic,
        OptionalInt round,
        MessageReason reason,
        Optional<Instant> at,
        Optional<Channel> channel,
        Optional<String> recipient,
        Optional<DecidingVersion> decidedBy,
        String swedish,
        String english) {
    public MessageExplanation {
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

    /** The reason as data. */
    public Problem problem() {
        return new Problem(reason.code(), "", Map.of(), swedish, english);
    }

    public MessageExplanation withTopic(Topic topic) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withRound(OptionalInt round) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withReason(MessageReason reason) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withAt(Optional<Instant> at) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withChannel(Optional<Channel> channel) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withRecipient(Optional<String> recipient) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withDecidedBy(Optional<DecidingVersion> decidedBy) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withSwedish(String swedish) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }

    public MessageExplanation withEnglish(String english) {
        return new MessageExplanation(topic, round, reason, at, channel, recipient, decidedBy, swedish, english);
    }
}
