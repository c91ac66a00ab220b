package org.careunit.mail.internal.bounces;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.gateways.DeliveryReport;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * What we sent, to whom, in memory; forgets what it is told. A return address with a number is a token of ours, also of
 * mails not in it.
 */
final class CaseLedger implements DeliveryReports, SentMailMatcher<UUID> {

    private static final Pattern TOKEN =
            Pattern.compile("studs\\+([0-9]{2})@region\\.example", Pattern.CASE_INSENSITIVE);

    private final Map<UUID, String> recipients = new HashMap<>();
    private final Map<String, UUID> byId = new HashMap<>();

    void sent(String messageId, String returnAddress, String recipient) {
        UUID id = id(messageId);
        recipients.put(id, recipient);
        byId.put(messageId, id);
    }

    private static UUID id(String messageId) {
        return UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
    }

    String recipient(UUID message) {
        return recipients.get(message);
    }

    @Override
    public Optional<UUID> byReturnAddress(String address) {
        Matcher token = TOKEN.matcher(address);
        return token.matches()
                ? Optional.of(id("<cu." + token.group(1) + "@careunit.region.example>"))
                : Optional.empty();
    }

    @Override
    public Optional<UUID> byMessageId(String messageId) {
        return Optional.ofNullable(byId.get(messageId));
    }

    @Override
    public String returnToken(UUID messageId) {
        return messageId.toString();
    }

    @Override
    public Optional<UUID> messageOf(String token) {
        return Optional.empty();
    }

    @Override
    public Result apply(DeliveryReport report) {
        return preview(report);
    }

    @Override
    public Result preview(DeliveryReport report) {
        String recipient = recipients.get(report.messageId());
        boolean isOther = !report.about().isEmpty()
                && report.about().stream()
                        .noneMatch(address -> address.mailbox().equals(recipient));
        if (isOther) {
            return Result.OTHER_RECIPIENT;
        }
        return report.status() == DeliveryStatus.PERMANENT_FAILURE ? Result.APPLIED_AND_SUPPRESSED : Result.APPLIED;
    }
}
