package org.careunit.notifications.internal.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.storage.LedgerRow;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.NewJob;

/**
 * What the job that sends a message is given. The job's key is the message's id alone, and its lane comes from the message's
 * first row, which does not change: a message never has two jobs.
 */
record MessageJob(UUID messageId, Topic topic, HsaId unit, Recipient recipient) {

    MessageJob {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(recipient, "recipient");
    }

    /** @throws IllegalArgumentException if the job was written by somebody else */
    static MessageJob of(Job job) {
        String[] parts = job.payload().split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("Not the payload of a message: " + parts.length + " parts");
        }
        Recipient recipient = Recipient.of(parts[2])
                .orElseThrow(() -> new IllegalArgumentException("No recipient in a message's job"));
        return new MessageJob(messageId(job), Topic.valueOf(parts[0]), new HsaId(parts[1]), recipient);
    }

    static UUID messageId(Job job) {
        return UUID.fromString(job.id().key());
    }

    static JobId id(Channel channel, LedgerRow first) {
        String lane = channel.lane(first.shown().orElse(""));
        return new JobId(
                channel.jobType(), lane, first.messageId().orElseThrow().toString());
    }

    static NewJob at(Instant due, Channel channel, LedgerRow first) {
        String payload = first.topic() + " " + first.subject().unit() + " " + first.recipient();
        return NewJob.at(due, id(channel, first), payload);
    }
}
