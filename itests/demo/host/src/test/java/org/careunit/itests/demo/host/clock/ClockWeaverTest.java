package org.careunit.itests.demo.host.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockWeaverTest {

    @AfterEach
    void putBack() {
        System.clearProperty(MovableClock.AHEAD);
    }

    @Test
    void hasAClockShowWhatItIsAhead() throws Exception {
        Clock woven = (Clock) new Woven()
                .loadClass(StandingClock.class.getName())
                .getDeclaredConstructor()
                .newInstance();
        System.setProperty(MovableClock.AHEAD, "0");
        assertThat(woven.instant()).isEqualTo(StandingClock.SHOWS);
        System.setProperty(MovableClock.AHEAD, "86400000");
        assertThat(woven.instant()).isEqualTo(StandingClock.SHOWS.plus(Duration.ofDays(1)));
    }

    @Test
    void theDemosOwnClockMovesForwardOnly() {
        MovableClock clock = new MovableClock();
        var later = clock.local().plusDays(3);
        clock.moveTo(later);
        assertThat(clock.local()).isBetween(later, later.plusMinutes(1));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.moveTo(later.minusDays(1)));
    }

    /** A clock as the store's is written. */
    public static final class StandingClock extends Clock {

        static final Instant SHOWS = Instant.parse("2026-03-02T08:00:00Z");

        @Override
        public Instant instant() {
            return SHOWS;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Loads {@link StandingClock} anew, woven. */
    private static final class Woven extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(StandingClock.class.getName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream type =
                    ClockWeaverTest.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
                byte[] bytes = ClockWeaver.woven(type.readAllBytes());
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failure) {
                throw new ClassNotFoundException(name, failure);
            }
        }
    }
}
