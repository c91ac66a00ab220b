package org.careunit.notifications.internal.ledger;

import java.time.Duration;
import java.util.Map;
import org.careunit.api.messages.Channel;

/** Period in which reports about a sent message are accepted; without a report it is final after that. */
final class SentPeriod {

    private static final Map<Channel, Duration> BY_CHANNEL =
            Map.of(Channel.EMAIL, Duration.ofDays(7), Channel.SMS, Duration.ofDays(3));
    private static final Duration OTHER = Duration.ofDays(7);

    private SentPeriod() {}

    static Duration of(Channel channel) {
        return BY_CHANNEL.getOrDefault(channel, OTHER);
    }

    static Iterable<Channel> channels() {
        return BY_CHANNEL.keySet();
    }
}
