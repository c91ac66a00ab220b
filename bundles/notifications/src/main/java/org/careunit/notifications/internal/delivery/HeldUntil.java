package org.careunit.notifications.internal.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Writes and reads the detail of a ledger row whose message is held until such messages may leave. */
public final class HeldUntil {

    private static final String LEAVES = "; it leaves at ";

    private HeldUntil() {}

    static String written(String reason, Instant until) {
        return reason + LEAVES + until;
    }

    /** When a message with this detail may leave; empty if it was not held. */
    @SuppressWarnings("UnusedException") // other words that happen to look alike
    public static Optional<Instant> read(String detail) {
        int at = detail.lastIndexOf(LEAVES);
        try {
            return at < 0 ? Optional.empty() : Optional.of(Instant.parse(detail.substring(at + LEAVES.length())));
        } catch (DateTimeException otherWords) {
            return Optional.empty();
        }
    }
}
