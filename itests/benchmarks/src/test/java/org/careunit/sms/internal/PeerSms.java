package org.careunit.sms.internal;

import java.time.Clock;
import java.util.Map;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;

/** The SMS adapter with its routes, bound to an SMS centre on this machine without TLS. */
public final class PeerSms implements AutoCloseable {

    private final SmsMetrics metrics = new SmsMetrics();
    private final TestRoutes routes;
    private final RoutedSmsGateway gateway;

    public PeerSms(int port, int window, SmsReceipts receipts) throws Exception {
        Map<String, Object> values = Map.of(
                "host",
                "127.0.0.1",
                "port",
                port,
                "security",
                "plain",
                "user",
                "careunit",
                ".password",
                "secret",
                "sender",
                "Careunit",
                "window",
                window);
        SmsRoutes adapter =
                new SmsRoutes(SmsSettingsReader.read(values, AllowedHosts.ALL), metrics, receipts, Clock.systemUTC());
        routes = new TestRoutes(adapter);
        gateway = new RoutedSmsGateway(routes, adapter, metrics, Clock.systemUTC(), System::nanoTime);
        gateway.check();
    }

    public SmsGateway gateway() {
        return gateway;
    }

    /** How many receipts were taken. */
    public long receipts() {
        return metrics.receipts().taken().sum();
    }

    /** Sends one, which has to be taken. */
    public void send(OutgoingSms sms) {
        DeliveryResult result = gateway.send(sms);
        if (result.status() != DeliveryStatus.ACCEPTED) {
            throw new IllegalStateException("The sink takes everything: " + result.reason());
        }
    }

    @Override
    public void close() {
        gateway.stop();
        routes.close();
    }
}
