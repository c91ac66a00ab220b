package org.careunit.sms.internal.receipts;

import java.util.concurrent.atomic.LongAdder;

/** Counts receipts by what became of them. */
public record ReceiptCounts(
        LongAdder taken, LongAdder intermediate, LongAdder unreadable, LongAdder foreign, LongAdder strangers) {

    public ReceiptCounts() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
