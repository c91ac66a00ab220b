package org.careunit.itests.benchmarks;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Other ways to hand e-mail over, of which nothing is written down. */
final class MailPeers {

    static final String TO = "test.testsson@example.org";
    static final String SUBJECT = "Nytt ärende";
    static final String TEXT = "Det finns ett nytt ärende på mottagningen.\n\nLogga in för att öppna det.\n";

    private static final String FROM = "noreply@example.org";

    private MailPeers() {}

    /** One thread with one kept connection. */
    static final class BareLoop implements AutoCloseable {

        private final Session session = Session.getInstance(new Properties());
        private final Transport kept = session.getTransport("smtp");

        BareLoop(int port) throws MessagingException {
            kept.connect("localhost", port, null, null);
        }

        void send() throws MessagingException {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(FROM);
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(TO));
            message.setSubject(SUBJECT, "UTF-8");
            message.setText(TEXT, "UTF-8");
            message.saveChanges();
            kept.sendMessage(message, message.getAllRecipients());
        }

        @Override
        public void close() throws MessagingException {
            kept.close();
        }
    }

    /** Camel's component as it comes, one thread. */
    static final class PlainCamel implements AutoCloseable {

        private final DefaultCamelContext context = new DefaultCamelContext();
        private final ProducerTemplate template;
        private final String endpoint;

        PlainCamel(int port) {
            context.disableJMX();
            context.start();
            template = context.createProducerTemplate();
            endpoint = "smtp:localhost:" + port;
        }

        void send() {
            template.sendBodyAndHeaders(endpoint, TEXT, Map.of("From", FROM, "To", TO, "Subject", SUBJECT));
        }

        @Override
        public void close() {
            context.stop();
        }
    }
}
