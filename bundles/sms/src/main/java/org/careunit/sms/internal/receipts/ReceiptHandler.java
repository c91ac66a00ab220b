package org.careunit.sms.internal.receipts;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.careunit.api.gateways.SmsReceipts;

/**
 * Takes what the SMS centre hands to us: receipts that end a part are passed on, all else is counted. Safe for use by
 * many threads.
 */
public final class ReceiptHandler {

    private final ReceiptReader reader;
    private final ReceiptOutcomes outcomes;
    private final SmsReceipts receipts;
    private final ReceiptCounts counts;
    private final Clock clock;

    public ReceiptHandler(
            ReceiptReader reader, ReceiptOutcomes outcomes, SmsReceipts receipts, ReceiptCounts counts, Clock clock) {
        this.reader = reader;
        this.outcomes = outcomes;
        this.receipts = receipts;
        this.counts = counts;
        this.clock = clock;
    }

    /** @throws org.careunit.api.failure.UnavailableException if the SMS centre is to hand it over again */
    public void take(DeliveredMessage message, ZoneId zone) {
        if (!message.isReceipt()) {
            counts.foreign().increment();
            return;
        }
        Optional<Receipt> read = reader.read(message, LocalDateTime.ofInstant(clock.instant(), zone));
        if (read.isEmpty()) {
            receipts.setAside(message.text());
            counts.unreadable().increment();
        } else if (read.get().state().isFinal()) {
            receipts.accept(outcomes.of(read.get()));
            counts.taken().increment();
        } else {
            counts.intermediate().increment();
        }
    }
}
