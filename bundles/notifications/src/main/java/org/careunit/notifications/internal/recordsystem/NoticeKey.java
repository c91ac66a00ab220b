package org.careunit.notifications.internal.recordsystem;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;
import org.careunit.storage.messages.LedgerRow;

/**
 * Kind and round of a notice, stored as the recipient of its ledger row: {@code record-system:CREATED:1}.
 *
 * @param kind never null
 * @param round of the case
 */
record NoticeKey(Kind kind, int round) {

    /** The ledger's name of the channel to record systems. */
    static final Channel CHANNEL = Channel.RECORD_SYSTEM;

    private static final Pattern WRITTEN = Pattern.compile("record-system:([A-Z]+):(\\d{1,6})");

    NoticeKey {
        Objects.requireNonNull(kind, "kind");
    }

    /** The notice of a row; empty if it is not about a record system. */
    static Optional<NoticeKey> of(LedgerRow row) {
        Matcher parts = WRITTEN.matcher(row.recipient());
        return row.topic() == Topic.CASE_WAITING && parts.matches()
                ? Optional.of(new NoticeKey(Kind.valueOf(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Whether a row tells this. */
    boolean isOf(LedgerRow row) {
        return of(row).filter(this::equals).isPresent();
    }

    /** The creation in the same round. */
    NoticeKey creation() {
        return new NoticeKey(Kind.CREATED, round);
    }

    @Override
    public String toString() {
        return "record-system:" + kind + ":" + round;
    }
}
