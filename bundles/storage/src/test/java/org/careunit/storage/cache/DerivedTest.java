package org.careunit.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Transactions;
import org.junit.jupiter.api.Test;

public class DerivedTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private boolean inTransaction;
    private Instant until = Instant.MAX;

    private final Derived<HsaId, Integer> derived = new Derived<>(
            new Here(),
            new Told(),
            new Now(),
            unit -> unit,
            unit -> {
                int number = made.incrementAndGet();
                meanwhile.get().run();
                return new Derived.Made<>(number, until);
            },
            100);

    @Test
    public void itIsMadeOnceUntilSomethingIsTold() {
        assertThat(derived.get(UNIT)).isEqualTo(1);
        assertThat(derived.get(UNIT)).isEqualTo(1);

        told.incrementAndGet();
        assertThat(derived.get(UNIT)).isEqualTo(2);
        assertThat(derived.get(UNIT)).isEqualTo(2);

        derived.clear();
        assertThat(derived.get(UNIT)).isEqualTo(3);
    }

    @Test
    public void whatIsToldWhileItIsMadeHasItMadeAgain() {
        meanwhile.set(told::incrementAndGet);
        derived.get(UNIT);
        meanwhile.set(() -> {});

        assertThat(derived.get(UNIT)).isEqualTo(2);
        assertThat(derived.get(UNIT)).isEqualTo(2);
    }

    @Test
    public void itIsMadeAgainWhenItsTimeIsOver() {
        until = Instant.ofEpochSecond(10);
        assertThat(derived.get(UNIT)).isEqualTo(1);
        now.set(Instant.ofEpochSecond(10).minusNanos(1));
        assertThat(derived.get(UNIT)).isEqualTo(1);

        now.set(until);
        until = Instant.MAX;
        assertThat(derived.get(UNIT)).isEqualTo(2);
        assertThat(derived.get(UNIT)).isEqualTo(2);
    }

    @Test
    public void withinATransactionItIsMadeEachTimeAndNotKept() {
        derived.get(UNIT);
        inTransaction = true;
        assertThat(derived.get(UNIT)).isEqualTo(2);
        assertThat(derived.get(UNIT)).isEqualTo(3);
        inTransaction = false;
        assertThat(derived.get(UNIT)).isEqualTo(1);
    }

    private final class Told implements Changes {

        @Override
        public void announce(Change change) {
            throw new AssertionError("Who reads announces nothing");
        }

        @Override
        public Runnable listen(Listener listener) {
            throw new AssertionError("It asks, and does not listen");
        }

        @Override
        public long told(HsaId unit) {
            return told.get();
        }
    }

    private final class Here implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            throw new AssertionError("It reads in the caller's");
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new AssertionError("It changes nothing");
        }

        @Override
        public boolean isOpen() {
            return inTransaction;
        }
    }

    private final class Now extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
