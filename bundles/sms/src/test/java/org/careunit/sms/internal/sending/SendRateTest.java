package org.careunit.sms.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pace in a time of its own, against gateways that allow so many parts a second, each in its way. */
class SendRateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private long now;

    /** A bucket that fills steadily. */
    private static LongPredicate bucket(double rate, double size) {
        double[] tokens = {size};
        long[] filled = {0};
        return time -> {
            tokens[0] = Math.min(size, tokens[0] + (time - filled[0]) * rate / SECOND);
            filled[0] = time;
            if (tokens[0] < 1) {
                return false;
            }
            tokens[0]--;
            return true;
        };
    }

    /** So many in each second of the clock. */
    private static LongPredicate window(int rate) {
        long[] counted = {-1, 0};
        return time -> {
            if (time / SECOND != counted[0]) {
                counted[0] = time / SECOND;
                counted[1] = 0;
            }
            counted[1]++;
            return counted[1] <= rate;
        };
    }

    /**
     * Parts pass as soon as they may, with a window of ten and answers that take a while; whoever waits is woken late.
     *
     * @return how many were taken a second, in the last two thirds
     */
    private double settled(SendRate pace, LongPredicate gateway, int seconds, long latency, long late) {
        Random random = new Random(1);
        Deque<long[]> underWay = new ArrayDeque<>();
        long end = now + seconds * SECOND;
        long counting = now + seconds * SECOND / 3;
        int taken = 0;
        pace.enter(now);
        while (now < end) {
            boolean mayPass = pace.next() <= now && underWay.size() < 10;
            if (mayPass) {
                long pass = pace.pass(now);
                underWay.add(new long[] {now + latency, pass, gateway.test(now) ? 1 : 0});
                continue;
            }
            long answer = underWay.isEmpty() ? Long.MAX_VALUE : underWay.element()[0];
            long turn = underWay.size() < 10 ? pace.next() + (long) (random.nextDouble() * late) : Long.MAX_VALUE;
            now = Math.max(now + 1, Math.min(answer, turn));
            if (now >= answer) {
                long[] done = underWay.remove();
                if (done[2] == 1) {
                    pace.accepted(now);
                    taken += now > counting ? 1 : 0;
                } else {
                    pace.throttled(now, done[1]);
                }
            }
        }
        pace.leave(now);
        return taken * (double) SECOND / (end - counting);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "50, 5",
        "50, 50",
        "200, 20",
        "200, 200",
        "1000, 100",
        "1000, 1000",
        "30, 3",
    })
    void itSettlesNearTheRateOfABucket(double rate, double size) {
        for (long late : new long[] {0, 2 * MILLI, 30 * MILLI}) {
            assertThat(settled(new SendRate(now), bucket(rate, size), 30, 2 * MILLI, late))
                    .as("woken up to %d ms late", late / MILLI)
                    .isBetween(0.95 * rate, 1.05 * rate + size / 25);
        }
    }

    @ParameterizedTest
    @CsvSource({"10", "50", "200", "1000"})
    void itSettlesNearTheRateOfAWindow(int rate) {
        for (long late : new long[] {0, 2 * MILLI, 30 * MILLI}) {
            assertThat(settled(new SendRate(now), window(rate), 30, 2 * MILLI, late))
                    .isBetween(0.95 * rate, 1.05 * rate);
        }
    }

    @Test
    void anIdleHourBeforeTheFirstRefusalIsNotPartOfTheRate() {
        SendRate pace = new SendRate(now);
        settled(pace, time -> true, 2, MILLI, 0);
        now += 3_600 * SECOND;
        assertThat(settled(pace, bucket(200, 20), 4, MILLI, 0)).isGreaterThan(0.95 * 200);
    }

    @Test
    void aHigherRateIsFoundAndALowerOneToo() {
        SendRate pace = new SendRate(now);
        settled(pace, bucket(200, 20), 10, MILLI, 0);
        assertThat(settled(pace, bucket(50, 5), 20, MILLI, 0)).isGreaterThan(0.95 * 50);
        assertThat(settled(pace, bucket(400, 40), 120, MILLI, 0)).isGreaterThan(0.8 * 400);
    }
}
