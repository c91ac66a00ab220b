package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.component.mail.DefaultJavaMailSender;

/** Camel's mail component sends through this rather than by a connection per message. */
final class KeepingSender extends DefaultJavaMailSender {

    private final Connections connections;

    KeepingSender(Session session, Connections connections) {
        this.connections = connections;
        setSession(session);
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        connections.use(connection -> connection.send((Letter) message));
    }
}
