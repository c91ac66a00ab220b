package org.careunit.itests.benchmarks;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.careunit.api.gateways.Handover.Accepted;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.MailFigures;
import org.careunit.mail.internal.MailRoutes;
import org.careunit.mail.internal.PeerMail;
import org.careunit.mail.internal.SmtpMailGateway;
import org.careunit.routes.internal.TestRoutes;

/** E-mail handed over, one at a time: the gateway through its routes, without the ledger around it. */
final class MailBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final String TO = "test.testsson@example.org";
    private static final String FROM = "noreply@example.org";
    private static final String SUBJECT = "Nytt ärende";
    private static final String TEXT = "Det finns ett nytt ärende på mottagningen.\n\nLogga in för att öppna det.\n";

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
                MailGateway ours = new SmtpMailGateway(routes, adapter, new MailFigures(), Clock.systemUTC());
                besideBareLoop(table, sink, ours);
                besideCamel(table, sink, ours);
            }
        }
        table.print();
    }

    private static void besideBareLoop(Table table, MailSink sink, MailGateway ours) throws Exception {
        Session session = Session.getInstance(new Properties());
        try (Transport kept = session.getTransport("smtp")) {
            kept.connect("localhost", sink.port(), null, null);
            Sending bare = () -> sendBare(session, kept);
            table.rates("bare loop, one kept connection", duel(sink, bare, ours));
        }
    }

    private static void besideCamel(Table table, MailSink sink, MailGateway ours) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            String endpoint = "smtp:localhost:" + sink.port();
            Map<String, Object> headers = Map.of("From", FROM, "To", TO, "Subject", SUBJECT);
            Sending camel = () -> template.sendBodyAndHeaders(endpoint, TEXT, headers);
            table.rates("Camel as it comes", duel(sink, camel, ours));
        }
    }

    private static Duel duel(MailSink sink, Sending peer, MailGateway ours) throws Exception {
        return Duel.of(1, 5, () -> round(sink, peer), () -> round(sink, () -> sendOurs(ours)));
    }

    private static void sendBare(Session session, Transport kept) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(FROM);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(TO));
        message.setSubject(SUBJECT, "UTF-8");
        message.setText(TEXT, "UTF-8");
        message.saveChanges();
        kept.sendMessage(message, message.getAllRecipients());
    }

    private static void sendOurs(MailGateway ours) {
        OutgoingMail mail = new OutgoingMail(UUID.randomUUID(), new EmailAddress(TO), SUBJECT, TEXT);
        if (!(ours.send(mail) instanceof Accepted)) {
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
