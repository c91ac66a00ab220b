package org.careunit.mail.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.operations.Metrics.Figure;
import org.careunit.routes.internal.TestRoutes;
import org.careunit.testkit.fakes.SettableClock;

/** The mail adapter with its routes and components, wired as in the container. */
public final class MailFixture implements AutoCloseable {

    public static final EmailAddress TEST = new EmailAddress("test.testsson@example.org");

    public final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T07:15:00Z"));
    public final MailMetrics metrics = new MailMetrics();
    public final MailRoutes adapter;
    public final SmtpMailGateway gateway;
    private final TestRoutes routes;

    public MailFixture(Config config) throws Exception {
        adapter = new MailRoutes(config.read(), metrics);
        routes = new TestRoutes(adapter);
        gateway = new SmtpMailGateway(routes, adapter, metrics, clock, clock::nanos);
    }

    public DeliveryResult send() {
        return gateway.send(mail());
    }

    public static OutgoingMail mail() {
        return mail("Nytt ärende", "Det finns ett nytt ärende.\n");
    }

    public static OutgoingMail mail(String subject, String text) {
        return new OutgoingMail(UUID.randomUUID(), TEST, subject, text);
    }

    public Map<String, Double> figures() {
        return metrics.read().stream().collect(Collectors.toMap(Figure::name, Figure::value));
    }

    @Override
    public void close() {
        routes.close();
    }
}
