package org.careunit.routes.internal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.RouteController;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SupervisorTest {

    private static final Duration PATIENCE = ofSeconds(12);

    private final AtomicReference<RunningRoutes> published = new AtomicReference<>();
    private final AtomicReference<CamelContext> context = new AtomicReference<>();
    private Supervisor supervisor;

    @AfterEach
    void nothingIsLeftBehind() {
        supervisor.close();
        assertThat(published).hasNullValue();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("careunit-routes") || name.contains("Camel")));
    }

    @Test
    void routesArePublishedOnceTheyRun() {
        supervise(Adapter.with(builder -> builder.from("direct:send").to("gateway:a")));

        assertThat(awaitPublished().request("direct:send", "text", Map.of(), String.class))
                .isEqualTo("accepted text");
    }

    @Test
    void aGatewayThatIsDownAtStartIsTriedAgainUntilItIsUp() {
        Gateway gateway = new Gateway(Gateway.DOWN);
        try (Log log = new Log()) {
            supervise(
                    Adapter.with(gateway, builder -> builder.from("direct:send").to("gateway:a")));
            await().until(() -> log.text().contains("Connection refused"));
            assertThat(published).hasNullValue();

            gateway.becomes(Gateway.UP);

            assertThat(awaitPublished().request("direct:send", "text", Map.of(), String.class))
                    .isEqualTo("accepted text");
        }
    }

    @Test
    void routesThatDoNotRunAreOneWarningThatSaysWhatToDo() {
        CountDownLatch thirdAttempt = new CountDownLatch(3);
        try (Log log = new Log()) {
            supervise(new Adapter(ignored -> thirdAttempt.countDown(), () -> {
                throw new IllegalArgumentException("port: 'abc'\nis no number");
            }));
            await().until(() -> thirdAttempt.getCount() == 0);
            supervisor.close();

            assertThat(log.text().lines())
                    .singleElement()
                    .asString()
                    .contains("WARN", "sms", "careunit.sms", "port: 'abc' is no number", "Next attempt");
        }
    }

    @Test
    void notOneOfTheRoutesRunsUnlessAllOfThemDo() {
        Gateway second = new Gateway(Gateway.DOWN);
        Adapter adapter = new Adapter(
                made -> {
                    context.set(made);
                    made.addComponent("gateway", second);
                },
                () -> new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:first").routeId("first").stop();
                        from("direct:second").routeId("second").to("gateway:b");
                    }
                });
        try (Log log = new Log()) {
            supervise(adapter);
            await().until(() -> log.text().contains("Connection refused"));
            assertThat(published).hasNullValue();
        }
        second.becomes(Gateway.UP);
        awaitPublished();
    }

    @Test
    void routesAreWithdrawnWhileOneOfThemIsStopped() throws Exception {
        RunningRoutes running = superviseTwoRoutes();
        RouteController controller = context.get().getRouteController();

        controller.stopRoute("second");
        await().until(() -> published.get() == null);
        assertThatExceptionOfType(RoutesStoppedException.class)
                .isThrownBy(() -> running.request("direct:second", "text", Map.of(), String.class));

        controller.startRoute("second");
        assertThat(awaitPublished().request("direct:second", "text", Map.of(), String.class))
                .isEqualTo("text");
    }

    @Test
    void routesAreWithdrawnWhileOneOfThemIsSuspended() throws Exception {
        superviseTwoRoutes();
        RouteController controller = context.get().getRouteController();

        controller.suspendRoute("first");
        await().until(() -> published.get() == null);

        controller.resumeRoute("first");
        awaitPublished();
    }

    @Test
    void whatIsUnderWayComesToAnEndBeforeTheRoutesStop() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        supervise(Adapter.with(builder -> builder.from("direct:send").process(exchange -> {
            inside.countDown();
            goOn.await();
        })));
        RunningRoutes running = awaitPublished();
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> running.request("direct:send", "text", Map.of(), String.class));
        await().until(() -> inside.getCount() == 0);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(supervisor::close);
        await().until(() -> published.get() == null);
        assertThat(closing).isNotDone();
        goOn.countDown();

        assertThat(answer).succeedsWithin(ofSeconds(5)).isEqualTo("text");
        assertThat(closing).succeedsWithin(ofSeconds(5));
    }

    @Test
    void aStartThatHangsIsInterrupted() {
        CountDownLatch connecting = new CountDownLatch(1);
        supervise(Adapter.with(
                () -> {
                    connecting.countDown();
                    new CountDownLatch(1).await();
                },
                builder -> builder.from("direct:send").to("gateway:a")));
        await().until(() -> connecting.getCount() == 0);

        assertThat(CompletableFuture.runAsync(supervisor::close)).succeedsWithin(ofSeconds(5));
    }

    @Test
    void aStartThatCannotBeInterruptedIsLeftAndStillStoppedInTheEnd() {
        CountDownLatch connecting = new CountDownLatch(1);
        CompletableFuture<Void> open = new CompletableFuture<>();
        supervise(
                Adapter.with(Gateway.deafUntil(open, connecting), builder -> builder.from("direct:send")
                        .to("gateway:a")),
                ofMillis(50));
        await().until(() -> connecting.getCount() == 0);
        try (Log log = new Log()) {
            supervisor.close();
            assertThat(log.text()).contains("WARN", "sms", "did not stop within");
        } finally {
            open.complete(null); // nothingIsLeftBehind() sees the rest
        }
    }

    @Test
    void theAdaptersClassLoaderIsTheOneThatIsAsked() {
        AtomicReference<ClassLoader> ofTheThread = new AtomicReference<>();
        supervise(new Adapter(
                made -> {
                    context.set(made);
                    ofTheThread.set(Thread.currentThread().getContextClassLoader());
                },
                () -> new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:send").stop();
                    }
                }));
        awaitPublished();

        assertThat(context.get().getApplicationContextClassLoader()).isEqualTo(Adapter.class.getClassLoader());
        assertThat(ofTheThread).hasValue(Adapter.class.getClassLoader());
    }

    private RunningRoutes superviseTwoRoutes() {
        supervise(new Adapter(context::set, () -> new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").routeId("first").transform(body());
                from("direct:second").routeId("second").transform(body());
            }
        }));
        return awaitPublished();
    }

    private void supervise(Adapter adapter) {
        supervise(adapter, PATIENCE);
    }

    private void supervise(Adapter adapter, Duration patience) {
        supervisor = new Supervisor(adapter, this::publish, new Backoff(ofMillis(5), ofMillis(20)), patience);
        supervisor.start();
    }

    private Runnable publish(RunningRoutes running) {
        assertThat(published.getAndSet(running)).isNull();
        return () -> published.set(null);
    }

    private RunningRoutes awaitPublished() {
        return await().until(published::get, Objects::nonNull);
    }
}
