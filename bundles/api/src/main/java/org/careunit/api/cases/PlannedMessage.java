package org.careunit.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problem;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;

/**
 * A message that a planned case would lead to.
 *
 * @param topic which kind of news; never null
 * @param round which round of the case, from 1
 * @param at when it would leave, if nothing else waits to be gathered with it; never null
 * @param recipients who would get it, over which channel; empty for nobody; never null
 * @param reason {@link MessageReason#WILL_COME}, or why nobody would get it; never null
 * @param decidedBy the saved version of the section that says so; empty where none does
 * @param swedish by which rule, for people in the unit; never null
 * @param english the same for operators; never null
 */
public record PlannedMessage(
        Topic topic,
        int round,
        Instant at,
        List<PlannedRecipient> recipients,
        MessageReason reason,
        Optional<DecidingVersion> decidedBy,
        String swedish,
        String english) {
    /**
     * Somebody over one channel.
     *
     * @param recipient masked, or {@code resident}; never null
     * @param channel empty where the resident's choice decides
     */
    public record PlannedRecipient(String recipient, Optional<Channel> channel) {
        public PlannedRecipient {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(channel, "channel");
        }
    }

    public PlannedMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(at, "at");
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(decidedBy, "decidedBy");
        Objects.requireNonNull(swedish, "swedish");
        Objects.requireNonNull(english, "english");
    }

    /** The reason as data. */
    public Problem problem() {
        return new Problem(reason.code(), "", Map.of(), swedish, english);
    }

    public PlannedMessage withTopic(Topic topic) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withRound(int round) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withAt(Instant at) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withRecipients(List<PlannedRecipient> recipients) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withReason(MessageReason reason) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withDecidedBy(Optional<DecidingVersion> decidedBy) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withSwedish(String swedish) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }

    public PlannedMessage withEnglish(String english) {
        return new PlannedMessage(topic, round, at, recipients, reason, decidedBy, swedish, english);
    }
}
