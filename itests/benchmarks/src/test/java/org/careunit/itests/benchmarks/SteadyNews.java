package org.careunit.itests.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.internal.node.TestStore;

/** Brings 100 new cases of one unit a second, and measures from each call of the intake to that of the gateway. */
final class SteadyNews implements AutoCloseable {

    /** So many first ones are not measured. */
    static final int WARM_UP = 500;

    private static final int EVERY_MILLIS = 10;
    private static final Actor HOST = new Actor.Host("benchmark");

    private final PlatformEvents intake;
    private final HsaId unit;
    private final Supplier<Instant> time;
    private final String name = UUID.randomUUID().toString();
    private final Map<Integer, Long> called = new ConcurrentHashMap<>();
    private final Map<UUID, Long> handed = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    SteadyNews(PlatformEvents intake, HsaId unit, Supplier<Instant> time) {
        this.intake = intake;
        this.unit = unit;
        this.time = time;
    }

    void start() {
        timer.scheduleAtFixedRate(this::bring, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void bring() {
        int number = next.get();
        called.putIfAbsent(number, System.nanoTime());
        try {
            intake.accept(HOST, List.of(received(unit, subject(number).id(), time.get())));
            next.incrementAndGet();
        } catch (UnavailableException again) {
            System.err.println("... refused for now: " + again.getMessage());
        }
    }

    private CaseRef subject(int number) {
        return new CaseRef(unit, name + "-" + number);
    }

    /** A new case. */
    static CaseEvent received(HsaId unit, String number, Instant at) {
        return new CaseEvent(
                new EventId(UUID.randomUUID().toString()),
                at,
                new CaseRef(unit, number),
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
    }

    /** The gateway has been given a message. */
    void handed(UUID message) {
        handed.put(message, System.nanoTime());
    }

    int brought() {
        return next.get();
    }

    /** Brings nothing more, and says how long each took, in nanoseconds. */
    long[] waits(TestStore store) throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The intake hangs");
        }
        int all = next.get();
        Awaitility.await().atMost(5, TimeUnit.MINUTES).until(() -> handed.size() >= all);
        long[] waits = new long[all - WARM_UP];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = handed.get(message(store, i + WARM_UP)) - called.get(i + WARM_UP);
        }
        return waits;
    }

    private UUID message(TestStore store, int number) {
        return store.messages().about(subject(number)).get(0).messageId().orElseThrow();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
