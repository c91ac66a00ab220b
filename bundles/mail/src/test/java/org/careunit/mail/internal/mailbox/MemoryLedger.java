package org.careunit.mail.internal.mailbox;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryReport;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.mail.internal.bounces.SentMailMatcher;

/** A ledger in memory: knows every message, and counts how often each was ended. */
final class MemoryLedger implements DeliveryReports, SentMailMatcher<UUID> {

    private static final String BEFORE = "bounces+";
    private static final String AFTER = "@example.org";

    final Map<UUID, Integer> ended = new ConcurrentHashMap<>();
    private final Set<String> sources = new HashSet<>();
    volatile int downAfter = Integer.MAX_VALUE;

    static String returnAddress(UUID message) {
        return BEFORE + message + AFTER;
    }

    @Override
    public Optional<UUID> byReturnAddress(String address) {
        return address.startsWith(BEFORE)
                ? Optional.of(UUID.fromString(address.substring(BEFORE.length(), address.indexOf('@'))))
                : Optional.empty();
    }

    @Override
    public Optional<UUID> byMessageId(String messageId) {
        return messageId.endsWith("@sender.example>")
                ? Optional.of(UUID.fromString(messageId.substring(1, messageId.indexOf('@'))))
                : Optional.empty();
    }

    @Override
    public synchronized Result apply(DeliveryReport report) {
        if (ended.size() >= downAfter) {
            throw new UnavailableException("The store is out of reach");
        }
        if (!sources.add(report.source())) {
            return Result.REPEATED;
        }
        return ended.merge(report.messageId(), 1, Integer::sum) == 1
                ? Result.APPLIED_AND_SUPPRESSED
                : Result.ALREADY_FINAL;
    }

    @Override
    public Result preview(DeliveryReport report) {
        return Result.APPLIED;
    }

    @Override
    public String returnToken(UUID messageId) {
        return messageId.toString();
    }

    @Override
    public Optional<UUID> messageOf(String token) {
        return Optional.empty();
    }
}
