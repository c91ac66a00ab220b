package org.careunit.notifications.internal.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.messages.LedgerRow;

/**
 * Payload of the job that sends a message. The job's key is the message's id alone, and its lane comes from the
 * message's first row, which does not change: a message never has two jobs.
 */
record MessageJob(
        UUID messageId, Topic topic, HsaId unit, Recipient recipient, Optional<Instant> due, boolean isSimulated) {

    private static final String NEVER_DUE = "-";
    private static final String SIMULATED = "simulated";

    MessageJob {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(due, "due");
    }

    /** @throws IllegalArgumentException if the job was written by somebody else */
    static MessageJob of(Job job) {
        String[] parts = job.payload().split(" ", -1);
        if (parts.length < 3) {
            throw new IllegalArgumentException("Not the payload of a message: " + parts.length + " parts");
        }
        Recipient recipient = Recipient.of(parts[2])
                .orElseThrow(() -> new IllegalArgumentException("No recipient in a message's job"));
        Optional<Instant> due = parts.length < 4 || parts[3].equals(NEVER_DUE)
                ? Optional.empty()
                : Optional.of(Instant.parse(parts[3]));
        boolean isSimulated = parts.length > 4 && parts[4].equals(SIMULATED);
        return new MessageJob(
                messageId(job), Topic.valueOf(parts[0]), new HsaId(parts[1]), recipient, due, isSimulated);
    }

    static UUID messageId(Job job) {
        return UUID.fromString(job.id().key());
    }

    static JobId id(MessageChannel channel, LedgerRow first) {
        String lane = channel.lane(first.shown().orElse(""));
        return new JobId(
                channel.jobType(), lane, first.messageId().orElseThrow().toString());
    }

    /** Units share the workers of a mail domain: a backlog of one does not hold up the messages of another. */
    static NewJob at(
            Instant leaves, MessageChannel channel, LedgerRow first, Optional<Instant> due, boolean isSimulated) {
        String payload = first.topic() + " " + first.subject().unit() + " " + first.recipient();
        String expiring = payload + " " + due.map(Instant::toString).orElse(NEVER_DUE);
        return NewJob.at(leaves, id(channel, first), isSimulated ? expiring + " " + SIMULATED : expiring)
                .sharedBy(first.subject().unit().value());
    }
}
