package org.careunit.itests.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.MailMetrics;
import org.careunit.mail.internal.MailRoutes;
import org.careunit.mail.internal.PeerMail;
import org.careunit.mail.internal.SmtpMailGateway;
import org.careunit.routes.internal.TestRoutes;

/** E-mail handed over, one at a time: the gateway through its routes, without the ledger around it. */
final class MailBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(1);

    private MailBenchmark() {}

    static void run() throws Exception {
        Table table = new Table(
                "E-mail to a sink: messages a second (goal: 0.2 of the bare loop, and ahead of Camel)",
                "peer",
                "peer's",
                "ours",
                "ratio");
        try (MailSink sink = new MailSink()) {
            MailRoutes adapter = PeerMail.routes(sink.port());
            try (TestRoutes routes = new TestRoutes(adapter)) {
                MailGateway ours = new SmtpMailGateway(routes, adapter, new MailMetrics(), Clock.systemUTC());
                besideBareLoop(table, sink, ours);
                besideCamel(table, sink, ours);
            }
        }
        table.print();
    }

    private static void besideBareLoop(Table table, MailSink sink, MailGateway ours) throws Exception {
        try (MailPeers.BareLoop bare = new MailPeers.BareLoop(sink.port())) {
            table.rates("bare loop, one kept connection", duel(sink, bare::send, ours));
        }
    }

    private static void besideCamel(Table table, MailSink sink, MailGateway ours) throws Exception {
        try (MailPeers.PlainCamel camel = new MailPeers.PlainCamel(sink.port())) {
            table.rates("Camel as it comes", duel(sink, camel::send, ours));
        }
    }

    private static Duel duel(MailSink sink, Sending peer, MailGateway ours) throws Exception {
        return Duel.of(1, 5, () -> round(sink, peer), () -> round(sink, () -> sendOurs(ours)));
    }

    private static void sendOurs(MailGateway ours) {
        OutgoingMail mail =
                new OutgoingMail(UUID.randomUUID(), new EmailAddress(MailPeers.TO), MailPeers.SUBJECT, MailPeers.TEXT);
        if (ours.send(mail).status() != DeliveryStatus.ACCEPTED) {
            throw new IllegalStateException("The sink takes everything");
        }
    }

    private static double round(MailSink sink, Sending sending) throws Exception {
        long before = sink.taken();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < ROUND.toNanos()) {
            sending.send();
        }
        return (sink.taken() - before) / ((System.nanoTime() - begin) / 1e9);
    }

    private interface Sending {
        void send() throws Exception;
    }
}
