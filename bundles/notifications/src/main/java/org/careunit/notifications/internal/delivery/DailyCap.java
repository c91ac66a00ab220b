package org.careunit.notifications.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.careunit.api.identity.HsaId;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.messages.SmsParts;

/**
 * Limits how many SMS a unit sends on one day. Messages of other nodes are counted within half a minute, and messages
 * being sent are not counted, so slightly more than the limit may be sent. Safe for use by many threads.
 */
final class DailyCap {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SmsParts parts;
    private final IntSupplier limit;
    private final Clock clock;
    private final Map<HsaId, Count> counts = new ConcurrentHashMap<>();

    private record Count(LocalDate day, Instant read, int sent) {}

    /** @param limit as it is configured now; 0 for none */
    DailyCap(SmsParts parts, IntSupplier limit, Clock clock) {
        this.parts = parts;
        this.limit = limit;
        this.clock = clock;
    }

    Optional<MessageChannel.Cap> check(HsaId unit) {
        int most = limit.getAsInt();
        if (most == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, SwedishTime.ZONE);
        Count count = counts.compute(unit, (key, known) -> isFresh(known, today, now) ? known : read(unit, today, now));
        if (count.sent() < most) {
            return Optional.empty();
        }
        Duration tomorrow = Duration.between(
                now, today.plusDays(1).atStartOfDay(SwedishTime.ZONE).toInstant());
        return Optional.of(new MessageChannel.Cap(
                "The unit has sent " + count.sent() + " SMS today; it may send " + most + " a day",
                tomorrow.compareTo(LONGEST) < 0 ? tomorrow : LONGEST));
    }

    private static boolean isFresh(Count known, LocalDate today, Instant now) {
        return known != null
                && known.day().equals(today)
                && known.read().plus(FRESH).isAfter(now);
    }

    private Count read(HsaId unit, LocalDate today, Instant now) {
        Instant morning = today.atStartOfDay(SwedishTime.ZONE).toInstant();
        return new Count(today, now, parts.sentSince(unit, morning));
    }

    /** Counts one more. */
    void count(HsaId unit) {
        counts.computeIfPresent(unit, (key, known) -> new Count(known.day(), known.read(), known.sent() + 1));
    }
}
