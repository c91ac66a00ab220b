package org.careunit.mail.internal.bounces;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine-readable part of a report (RFC 3464, RFC 6533): what became of each recipient, and the Message-ID that
 * some mail systems add. Fields may be missing, folded, or stand in one group where there should be several.
 */
final class StatusReport {

    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern XTEXT = Pattern.compile("\\+([0-9A-F]{2})");
    private static final Pattern UNICODE_XTEXT = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})\\}");

    private final List<RecipientStatus> recipients = new ArrayList<>();
    private final List<String> messageIds = new ArrayList<>();

    private StatusReport() {}

    static StatusReport read(MimePart part) {
        StatusReport report = new StatusReport();
        String text = TransferDecoder.text(part.content(), "utf-8");
        for (String group : groups(text)) {
            report.add(MimeHeaders.read(group));
        }
        return report;
    }

    /** Text between blank lines; a second address begins a group, too. */
    private static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        boolean hasAddress = false;
        for (int at = 0; at < text.length() && groups.size() < MOST_RECIPIENTS; ) {
            int eol = MimeHeaders.endOfLine(text, at);
            String line = text.substring(at, eol);
            boolean isAddress = line.toLowerCase(Locale.ROOT).startsWith("final-recipient:");
            if (line.isBlank() || (isAddress && hasAddress)) {
                flush(groups, group);
                hasAddress = false;
            }
            if (!line.isBlank()) {
                group.append(line).append('\n');
                hasAddress |= isAddress;
            }
            at = eol + 1;
        }
        flush(groups, group);
        return groups;
    }

    private static void flush(List<String> groups, StringBuilder group) {
        if (group.length() > 0) {
            groups.add(group.toString());
        }
        group.setLength(0);
    }

    private void add(MimeHeaders group) {
        group.first("x-original-message-id").ifPresent(messageIds::add);
        group.first("original-message-id").ifPresent(messageIds::add);
        boolean isRecipient = group.has("final-recipient")
                || group.has("original-recipient")
                || group.has("action")
                || group.has("status");
        if (isRecipient) {
            recipients.add(new RecipientStatus(outcome(group), addresses(group)));
        }
    }

    private static List<String> addresses(MimeHeaders group) {
        List<String> addresses = new ArrayList<>();
        for (String field : List.of("final-recipient", "original-recipient", "x-actual-recipient")) {
            group.first(field).flatMap(StatusReport::address).ifPresent(addresses::add);
        }
        return addresses;
    }

    private static Optional<String> address(String field) {
        int semicolon = field.indexOf(';');
        String address = field.substring(semicolon + 1).strip().replace("<", "").replace(">", "");
        String plain = XTEXT.matcher(address).replaceAll(StatusReport::sign);
        String text = UNICODE_XTEXT.matcher(plain).replaceAll(StatusReport::sign);
        return text.contains("@") ? Optional.of(text) : Optional.empty();
    }

    private static String sign(MatchResult hex) {
        int sign = Integer.parseInt(hex.group(1), 16);
        return Matcher.quoteReplacement(Character.isValidCodePoint(sign) ? Character.toString(sign) : "");
    }

    private static DeliveryOutcome outcome(MimeHeaders group) {
        String status = group.get("status");
        String diagnostic = diagnostic(group.get("diagnostic-code"));
        String action = group.get("action").toLowerCase(Locale.ROOT).strip();
        return switch (action.split("[^a-z]", 2)[0]) {
            case "failed", "failure" -> DeliveryOutcome.failed(status, diagnostic);
            case "delayed" -> named(DeliveryOutcome.Kind.DELAYED, status);
            case "relayed", "expanded" -> named(DeliveryOutcome.Kind.SENT, status);
            case "delivered" -> named(DeliveryOutcome.Kind.DELIVERED, status);
            default -> withoutAction(status, diagnostic);
        };
    }

    private static DeliveryOutcome withoutAction(String status, String diagnostic) {
        String digits = status.strip();
        if (digits.startsWith("2")) {
            return named(DeliveryOutcome.Kind.SENT, status);
        }
        return digits.startsWith("4")
                ? named(DeliveryOutcome.Kind.DELAYED, status)
                : DeliveryOutcome.failed(status, diagnostic);
    }

    private static DeliveryOutcome named(DeliveryOutcome.Kind kind, String status) {
        String digits = status.strip().split("[^0-9.]", 2)[0];
        return new DeliveryOutcome(kind, 0, digits.length() <= 9 ? digits : "", false, false);
    }

    private static String diagnostic(String field) {
        int semicolon = field.indexOf(';');
        boolean hasType = semicolon >= 0 && semicolon < 20 && field.indexOf(' ') != 3;
        return (hasType ? field.substring(semicolon + 1) : field).strip();
    }

    List<RecipientStatus> recipients() {
        return recipients;
    }

    List<String> messageIds() {
        return messageIds;
    }
}
