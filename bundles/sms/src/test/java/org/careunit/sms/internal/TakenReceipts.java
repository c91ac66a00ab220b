package org.careunit.sms.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.api.gateways.UnreadableReceipt;

/** Receipts that a test looks at. */
final class TakenReceipts implements SmsReceipts {

    private final List<SmsReceipt> taken = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();
    private boolean isAway;

    @Override
    public synchronized void accept(SmsReceipt receipt) {
        requireStore();
        taken.add(receipt);
    }

    @Override
    public synchronized void setAside(String text) {
        requireStore();
        aside.add(text);
    }

    @Override
    public synchronized List<UnreadableReceipt> unreadable() {
        requireStore();
        return aside.stream()
                .map(text -> new UnreadableReceipt(Instant.EPOCH, text))
                .toList();
    }

    @Override
    public synchronized int discardUnreadable() {
        int removed = aside.size();
        aside.clear();
        return removed;
    }

    private void requireStore() {
        if (isAway) {
            throw new UnavailableException("The store is out of reach");
        }
    }

    synchronized void goesAway(boolean away) {
        isAway = away;
    }

    synchronized List<SmsReceipt> taken() {
        return List.copyOf(taken);
    }

    synchronized List<String> aside() {
        return List.copyOf(aside);
    }
}
