package org.careunit.api.gateways;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.Channel;

/**
 * Report about a message after its gateway has accepted it: a receipt or a bounce.
 *
 * @param source identifies the report itself, so that it counts once however often it is read: 1 to 64 characters, for
 *     example a hash of where it was found; never null
 * @param messageId the message; never null
 * @param channel never null
 * @param status {@link DeliveryStatus#DELIVERED}, or how it failed: {@link DeliveryStatus#PERMANENT_FAILURE} only where
 *     the address is to blame, which is suppressed then; {@link DeliveryStatus#TEMPORARY_FAILURE} and
 *     {@link DeliveryStatus#TECHNICAL_FAILURE} suppress nobody; never null
 * @param mailboxFull whether it failed because there was no room: the address is suppressed after repeats
 * @param about the addresses that it is about, in every form that it gives; empty for that of the message, whatever it
 *     was; never null
 * @param reason for the ledger: codes and our words, never the other side's and never personal; never null
 */
public record DeliveryReport(
        String source,
        UUID messageId,
        Channel channel,
        DeliveryStatus status,
        boolean mailboxFull,
        List<EmailAddress> about,
        String reason) {
    private static final int LONGEST_SOURCE = 64;
    private static final Set<DeliveryStatus> FINAL = Set.of(
            DeliveryStatus.DELIVERED,
            DeliveryStatus.TEMPORARY_FAILURE,
            DeliveryStatus.PERMANENT_FAILURE,
            DeliveryStatus.TECHNICAL_FAILURE);

    /** @throws RefusedException if the source is empty or too long, or the status is none that ends a message */
    public DeliveryReport {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(status, "status");
        about = List.copyOf(about);
        Objects.requireNonNull(reason, "reason");
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw GatewayProblem.REPORT_SOURCE.refused(LONGEST_SOURCE);
        }
        if (!FINAL.contains(status)) {
            throw GatewayProblem.REPORT_NOT_FINAL.refused(status);
        }
    }

    /** A report about the message's own address. */
    public static DeliveryReport of(
            String source, UUID messageId, Channel channel, DeliveryStatus status, String reason) {
        return new DeliveryReport(source, messageId, channel, status, false, List.of(), reason);
    }

    /** Without the addresses. */
    @Override
    public String toString() {
        return "DeliveryReport[" + messageId + ", " + channel + ", " + status + ", " + reason + "]";
    }

    public DeliveryReport withSource(String source) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }

    public DeliveryReport withMessageId(UUID messageId) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }

    public DeliveryReport withChannel(Channel channel) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }

    public DeliveryReport withStatus(DeliveryStatus status) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }

    public DeliveryReport withMailboxFull(boolean mailboxFull) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }

    public DeliveryReport withAbout(List<EmailAddress> about) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }

    public DeliveryReport withReason(String reason) {
        return new DeliveryReport(source, messageId, channel, status, mailboxFull, about, reason);
    }
}
