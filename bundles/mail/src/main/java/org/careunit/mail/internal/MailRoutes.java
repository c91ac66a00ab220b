package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.mail.internal.answers.SmtpAnswer;
import org.careunit.mail.internal.answers.SmtpAnswers;
import org.careunit.routes.AdapterRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Camel routes that hand e-mail to the mail server. Behind the routes are our own connections instead of Camel's mail
 * component, which opens one for each message and logs whole messages at DEBUG. The result of an attempt is returned as
 * an answer, never as an exception, which Camel would log.
 */
@Component(service = {AdapterRoutes.class, MailRoutes.class})
public final class MailRoutes implements AdapterRoutes {

    static final String ADAPTER = "mail";
    static final String SEND_MAIL = "direct:send-mail";
    static final String CHECK_MAIL = "direct:check-mail";
    static final String NOT_SET_UP = "E-mail is not set up: name the mail server in 'host' of careunit.mail.";

    /** The header of a message on its way in: when it is sent, an {@code Instant}. */
    static final String NOW = "now";

    /** The header with the token for the return address; may be absent. */
    static final String TOKEN = "token";

    private final MailSettings settings;
    private final MailMetrics metrics;

    @Activate
    public MailRoutes(@Reference MailSettings settings, @Reference MailMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return ADAPTER;
    }

    MailSettings settings() {
        return settings;
    }

    @Override
    public void prepare(CamelContext context) throws Exception {
        if (settings.server().isEmpty()) {
            return;
        }
        MailSettings.Server server = settings.server().get();
        Session session = MailSession.of(server);
        Connections connections = new Connections(server, session, metrics.connections());
        context.addService(new CloseWithRoutes(connections));
        context.getRegistry().bind(MailResources.class.getName(), new MailResources(server, session, connections));
    }

    @Override
    public RouteBuilder routes() {
        return settings.server().isPresent() ? new Sending() : new Refusing();
    }

    /** Dependencies of the routes. */
    private record MailResources(MailSettings.Server server, Session session, Connections connections) {

        static MailResources of(Exchange exchange) {
            return exchange.getContext()
                    .getRegistry()
                    .lookupByNameAndType(MailResources.class.getName(), MailResources.class);
        }
    }

    private static final class Sending extends RouteBuilder {

        @Override
        public void configure() {
            from(SEND_MAIL).routeId("send-mail").process(Sending::send);
            from(CHECK_MAIL).routeId("check-mail").process(Sending::check);
        }

        private static void send(Exchange exchange) {
            MailResources way = MailResources.of(exchange);
            Message message = exchange.getMessage();
            OutgoingMail mail = message.getBody(OutgoingMail.class);
            Instant now = message.getHeader(NOW, Instant.class);
            String token = message.getHeader(TOKEN, "", String.class);
            message.setBody(answer(() -> {
                MimeEmail letter = MimeEmail.of(way.session(), way.server().sender(), mail, token, now);
                way.connections().use(connection -> connection.send(letter));
                return letter.reply();
            }));
        }

        private static void check(Exchange exchange) {
            MailResources way = MailResources.of(exchange);
            exchange.getMessage().setBody(answer(() -> {
                way.connections().check();
                return "";
            }));
        }

        private static SmtpAnswer answer(Attempt attempt) {
            try {
                return SmtpAnswers.accepted(attempt.make());
            } catch (MessagingException | RuntimeException failure) {
                return SmtpAnswers.failed(failure);
            }
        }
    }

    /** An operation with the mail server, which returns its last reply. */
    private interface Attempt {
        String make() throws MessagingException;
    }

    private static final class Refusing extends RouteBuilder {

        @Override
        public void configure() {
            from(SEND_MAIL)
                    .routeId("send-mail")
                    .throwException(new UnavailableException(UnavailableProblem.GATEWAY, NOT_SET_UP));
            from(CHECK_MAIL)
                    .routeId("check-mail")
                    .throwException(new UnavailableException(UnavailableProblem.GATEWAY, NOT_SET_UP));
        }
    }
}
