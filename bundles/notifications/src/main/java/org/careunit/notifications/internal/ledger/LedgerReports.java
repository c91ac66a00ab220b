package org.careunit.notifications.internal.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.gateways.DeliveryReport;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.messages.MessageState;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.operations.Metrics;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Transactions;
import org.careunit.storage.messages.SentMessages;
import org.careunit.storage.messages.SentMessages.Sent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records delivery receipts and bounces in the ledger, each once, and suppresses the addresses that caused them. The
 * rows of the message are locked first, so that two nodes that read the same report decide one after the other.
 */
@Component(service = {DeliveryReports.class, Metrics.class})
public final class LedgerReports implements DeliveryReports, Metrics {

    /** On how many days a mailbox must have been full before its address is suppressed. */
    static final int FULL_DAYS = 3;

    /** After so many days without another, the days on which a mailbox was full are forgotten. */
    static final int FULL_MEMORY_DAYS = 30;

    private static final Set<MessageState> NOT_SENT =
            EnumSet.of(MessageState.QUEUED, MessageState.SENDING, MessageState.TEMPORARY_FAILURE);

    private final Transactions transactions;
    private final SentMessages sent;
    private final Recipients recipients;
    private final ReturnTokens tokens;
    private final Clock clock;
    private final Map<Result, LongAdder> counted = new EnumMap<>(Result.class);

    @Activate
    public LedgerReports(
            @Reference Transactions transactions,
            @Reference SentMessages sent,
            @Reference Recipients recipients,
            @Reference Pseudonyms pseudonyms,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.transactions = transactions;
        this.sent = sent;
        this.recipients = recipients;
        this.tokens = new ReturnTokens(pseudonyms);
        this.clock = clock;
        for (Result result : Result.values()) {
            counted.put(result, new LongAdder());
        }
    }

    @Override
    public Result apply(DeliveryReport report) {
        Result result = transactions.call(() -> applied(report));
        counted.get(result).increment();
        return result;
    }

    private Result applied(DeliveryReport report) {
        Instant now = clock.instant();
        Result decided = decide(report, sent.lock(report.messageId(), report.channel()), now);
        if (decided == Result.NOT_SENT_YET || decided == Result.OTHER_RECIPIENT) {
            return decided;
        }
        if (!sent.addReport(report.source(), now)) {
            return Result.REPEATED;
        }
        return decided == Result.APPLIED ? end(report, now) : decided;
    }

    private Result end(DeliveryReport report, Instant now) {
        sent.end(report.messageId(), report.channel(), state(report.status()), report.reason(), now);
        boolean isToBlame = report.status() == DeliveryStatus.PERMANENT_FAILURE || isFullOnceMore(report, now);
        return isToBlame && sent.suppress(report.messageId(), report.channel(), report.reason(), now)
                ? Result.APPLIED_AND_SUPPRESSED
                : Result.APPLIED;
    }

    private boolean isFullOnceMore(DeliveryReport report, Instant now) {
        if (!report.mailboxFull()) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(now, SwedishTime.ZONE);
        LocalDate forgotten = today.minusDays(FULL_MEMORY_DAYS);
        return sent.countFullMailbox(report.messageId(), report.channel(), today, forgotten) >= FULL_DAYS;
    }

    @Override
    public Result preview(DeliveryReport report) {
        Result decided = decide(report, sent.read(report.messageId(), report.channel()), clock.instant());
        if (decided == Result.NOT_SENT_YET || decided == Result.OTHER_RECIPIENT) {
            return decided;
        }
        if (sent.hasReport(report.source())) {
            return Result.REPEATED;
        }
        boolean isSuppressed = decided == Result.APPLIED && report.status() == DeliveryStatus.PERMANENT_FAILURE;
        return isSuppressed ? Result.APPLIED_AND_SUPPRESSED : decided;
    }

    private Result decide(DeliveryReport report, List<Sent> rows, Instant now) {
        if (rows.isEmpty()) {
            return Result.UNKNOWN;
        }
        if (!report.about().isEmpty() && isAboutOthers(report, rows)) {
            return Result.OTHER_RECIPIENT;
        }
        Instant open = now.minus(SentPeriod.of(report.channel()));
        boolean isOpen = rows.stream()
                .anyMatch(row ->
                        row.state() == MessageState.SENT && row.changedAt().isAfter(open));
        if (isOpen) {
            return Result.APPLIED;
        }
        return rows.stream().anyMatch(row -> NOT_SENT.contains(row.state()))
                ? Result.NOT_SENT_YET
                : Result.ALREADY_FINAL;
    }

    /** Rows that do not know their address cannot be told from others. */
    private boolean isAboutOthers(DeliveryReport report, List<Sent> rows) {
        List<String> known =
                rows.stream().flatMap(row -> row.address().stream()).toList();
        return !known.isEmpty()
                && report.about().stream()
                        .flatMap(address -> recipients.pseudonyms(address.mailbox()).stream())
                        .noneMatch(known::contains);
    }

    /**
     * A message that failed after it was sent is not tried again by itself: temporary failures end as technical ones.
     */
    private static MessageState state(DeliveryStatus status) {
        return switch (status) {
            case DELIVERED -> MessageState.DELIVERED;
            case PERMANENT_FAILURE -> MessageState.PERMANENT_FAILURE;
            default -> MessageState.TECHNICAL_FAILURE;
        };
    }

    @Override
    public String returnToken(UUID messageId) {
        return tokens.token(messageId);
    }

    @Override
    public Optional<UUID> messageOf(String token) {
        return tokens.messageId(token);
    }

    @Override
    public List<Figure> read() {
        return counted.entrySet().stream()
                .map(entry -> new Figure(
                        "notifications.reports." + name(entry.getKey()),
                        "reports",
                        entry.getValue().sum()))
                .toList();
    }

    private static String name(Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
