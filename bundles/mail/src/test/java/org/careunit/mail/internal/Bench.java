package org.careunit.mail.internal;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.operations.Figures.Figure;
import org.careunit.routes.internal.TestRoutes;

/** The adapter with everything it needs, as the container puts it together. */
final class Bench implements AutoCloseable {

    static final EmailAddress TEST = new EmailAddress("test.testsson@example.org");

    final StillClock clock = new StillClock();
    final MailMetrics metrics = new MailMetrics();
    final MailRoutes adapter;
    final SmtpMailGateway gateway;
    private final TestRoutes routes;

    Bench(Config config) throws Exception {
        adapter = new MailRoutes(config.read(), metrics);
        routes = new TestRoutes(adapter);
        gateway = new SmtpMailGateway(routes, adapter, metrics, clock, clock::nanos);
    }

    DeliveryResult send() {
        return gateway.send(mail());
    }

    static OutgoingMail mail() {
        return mail("Nytt ärende", "Det finns ett nytt ärende.\n");
    }

    static OutgoingMail mail(String subject, String text) {
        return new OutgoingMail(UUID.randomUUID(), TEST, subject, text);
    }

    Map<String, Double> figures() {
        return metrics.read().stream().collect(Collectors.toMap(Figure::name, Figure::value));
    }

    @Override
    public void close() {
        routes.close();
    }
}
