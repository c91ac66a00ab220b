package org.careunit.sms.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.operations.Metrics.Figure;
import org.careunit.routes.ChannelState.Status;
import org.careunit.routes.internal.TestRoutes;

/** The SMS adapter with its routes and components, wired as in the container. */
public final class SmsFixture implements AutoCloseable {

    public static final TelephoneNumber TEST = new TelephoneNumber("+46701234567");

    public final SmsMetrics metrics = new SmsMetrics();
    public final RoutedSmsGateway gateway;
    final TakenReceipts receipts = new TakenReceipts();
    private final TestRoutes routes;

    public SmsFixture(Config config) throws Exception {
        SmsRoutes adapter = new SmsRoutes(config.read(), metrics, receipts, Clock.systemUTC());
        routes = new TestRoutes(adapter);
        gateway = new RoutedSmsGateway(routes, adapter, metrics, Clock.systemUTC(), System::nanoTime);
    }

    boolean works() {
        return gateway.state().status() == Status.WORKS
                && gateway.state().lastAnswer().isPresent();
    }

    boolean rests() {
        return gateway.state().status() == Status.RESTING;
    }

    public DeliveryResult send(String text) {
        return gateway.send(sms(text));
    }

    public static OutgoingSms sms(String text) {
        return new OutgoingSms(UUID.randomUUID(), TEST, text, Optional.empty());
    }

    public Map<String, Double> figures() {
        return metrics.read().stream().collect(Collectors.toMap(Figure::name, Figure::value));
    }

    @Override
    public void close() {
        gateway.stop();
        routes.close();
    }
}
