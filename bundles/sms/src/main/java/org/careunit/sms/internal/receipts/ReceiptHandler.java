package org.careunit.sms.internal.receipts;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.SmsReceipts;

/**
 * Processes receipts: those with a final state are passed on, all others are only counted. Safe for use by many
 * threads.
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
    public void take(DeliveredMessage message) {
        if (!message.isReceipt()) {
            counts.foreign().increment();
            return;
        }
        Optional<Receipt> read = read(message);
        if (read.isEmpty()) {
            setAside(message.text());
        } else {
            take(read.filter(receipt -> receipt.state().isFinal()).map(outcomes::of));
        }
    }

    /** Reads a receipt in the form of SMPP; empty if it cannot be read. */
    public Optional<Receipt> read(DeliveredMessage message) {
        return reader.read(message, LocalDateTime.ofInstant(clock.instant(), outcomes.zone()));
    }

    /** The outcome of a receipt with a final state. */
    public SmsReceipt outcome(Receipt receipt) {
        return outcomes.of(receipt);
    }

    /**
     * Processes a parsed receipt.
     *
     * @param ended empty if it tells of a stage only
     * @throws org.careunit.api.failure.UnavailableException if the gateway is to send it again
     */
    public void take(Optional<SmsReceipt> ended) {
        ended.ifPresentOrElse(
                receipt -> {
                    receipts.accept(receipt);
                    counts.taken().increment();
                },
                counts.intermediate()::increment);
    }

    /**
     * Stores an unreadable receipt for an operator.
     *
     * @throws org.careunit.api.failure.UnavailableException if the gateway is to send it again
     */
    public void setAside(String text) {
        receipts.setAside(text);
        counts.unreadable().increment();
    }
}
