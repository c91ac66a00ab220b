package org.careunit.notifications.internal.ledger;

import java.time.Duration;
import java.util.Map;

/** How long a sent message may still be reported about; without a report it is final after that. */
final class SentPeriod {

    private static final Map<String, Duration> BY_CHANNEL =
            Map.of("email", Duration.ofDays(7), "sms", Duration.ofDays(3));
    private static final Duration OTHER = Duration.ofDays(7);

    private SentPeriod() {}

    static Duration of(String channel) {
        return BY_CHANNEL.getOrDefault(channel, OTHER);
    }

    static Iterable<String> channels() {
        return BY_CHANNEL.keySet();
    }
}
