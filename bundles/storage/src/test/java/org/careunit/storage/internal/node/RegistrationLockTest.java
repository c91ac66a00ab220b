package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;

/** The stop of a bundle and the registration of services wait for each other, and for nothing else. */
class RegistrationLockTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Bundle storage = bundle("org.careunit.storage");
    private final Bundle notifications = bundle("org.careunit.notifications");
    private final Bundle library = bundle("com.example.library");
    private final RegistrationLock registrationLock = new RegistrationLock(storage);
    private final CountDownLatch registered = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        registered.countDown();
        threads.shutdownNow();
    }

    @Test
    void aStopWaitsUntilWhatIsBeingRegisteredIsRegistered() throws Exception {
        Future<?> registering = threads.submit(() -> registrationLock.run(this::register));
        begun.await();
        Future<?> stopping = threads.submit(() -> happens(BundleEvent.STOPPING, notifications));
        await().during(Duration.ofMillis(100)).until(() -> !stopping.isDone());
        registered.countDown();
        stopping.get(SOON.toSeconds(), TimeUnit.SECONDS);
        registering.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aRegistrationWaitsUntilWhatStopsHasStopped() throws Exception {
        happens(BundleEvent.STOPPING, notifications);
        registered.countDown();
        Future<?> registering = threads.submit(() -> registrationLock.run(this::register));
        await().during(Duration.ofMillis(100)).until(() -> !registering.isDone());
        assertThat(begun.getCount()).isEqualTo(1);
        happens(BundleEvent.STOPPED, notifications);
        registering.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    /** What is taken away as one stops bundle by bundle, those that ours need before ours. */
    @Test
    void aRegistrationWaitsForFurtherStops() throws Exception {
        happens(BundleEvent.STOPPING, library);
        happens(BundleEvent.STOPPED, library);
        registered.countDown();
        Future<?> registering = threads.submit(() -> registrationLock.run(this::register));
        await().during(Duration.ofMillis(100)).until(() -> !registering.isDone());
        happens(BundleEvent.STOPPING, storage);
        registering.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(begun.getCount()).isEqualTo(1);
    }

    @Test
    void nothingIsRegisteredOnceTheBundleThatRegistersStops() {
        happens(BundleEvent.STOPPING, storage);
        registered.countDown();
        registrationLock.run(this::register);
        assertThat(begun.getCount()).isEqualTo(1);
    }

    @Test
    void theBundleThatRegistersWaitsForWhatIsBeingRegistered() throws Exception {
        Future<?> registering = threads.submit(() -> registrationLock.run(this::register));
        begun.await();
        Future<?> stopping = threads.submit(() -> happens(BundleEvent.STOPPING, storage));
        await().during(Duration.ofMillis(100)).until(() -> !stopping.isDone());
        registered.countDown();
        stopping.get(SOON.toSeconds(), TimeUnit.SECONDS);
        registering.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoIsStoppedByWhatItRegistersDoesNotWaitForItself() {
        registered.countDown();
        registrationLock.run(() -> happens(BundleEvent.STOPPING, notifications));
        happens(BundleEvent.STOPPED, notifications);
        registrationLock.run(this::register);
        assertThat(begun.getCount()).isZero();
    }

    private void register() {
        begun.countDown();
        try {
            registered.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void happens(int type, Bundle bundle) {
        registrationLock.event(new BundleEvent(type, bundle), List.of());
    }

    private static Bundle bundle(String name) {
        return Stub.of(Bundle.class, "getSymbolicName", asked -> name);
    }
}
