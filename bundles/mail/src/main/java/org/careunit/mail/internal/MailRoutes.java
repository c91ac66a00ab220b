package org.careunit.mail.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConvertersLoader;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.routes.AdapterRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The way to the mail server. It is there whether the mail server is up or not: connections are made when they are needed.
 * Where no mail server is named, whatever comes is told that e-mail is not set up.
 */
@Component(
        service = {AdapterRoutes.class, MailRoutes.class},
        configurationPid = MailConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MailConfig.class)
public final class MailRoutes implements AdapterRoutes {

    static final String ADAPTER = "mail";
    static final String SEND_MAIL = "direct:send-mail";
    static final String CHECK_MAIL = "direct:check-mail";

    /** The header of a message on its way in: when it is sent, an {@code Instant}. */
    static final String NOW = "now";

    private static final String SENDER = "keepingSender";
    private static final String NOT_SET_UP = "E-mail is not set up: name the mail server in 'host' of careunit.mail.";

    private final MailConfig config;
    private final MailFigures figures;
    private volatile String fault = "";

    @Activate
    public MailRoutes(MailConfig config, @Reference MailFigures figures) {
        this.config = config;
        this.figures = figures;
    }

    @Override
    public String name() {
        return ADAPTER;
    }

    /** The mail server, as it is shown. */
    String server() {
        return config.host();
    }

    boolean isSetUp() {
        return !config.host().isBlank();
    }

    /** What is wrong with the configuration, naming the key; empty if nothing is known to be. */
    String fault() {
        return fault;
    }

    @Override
    public void prepare(CamelContext context) throws Exception {
        Optional<MailSettings> settings = settings();
        if (settings.isEmpty()) {
            return;
        }
        Session session = session(settings.get());
        Connections connections = new Connections(settings.get(), session, figures.connections());
        context.addService(new ClosesWithRoutes(connections));
        context.getRegistry().bind(SENDER, new KeepingSender(session, connections));
        context.getRegistry().bind(Connections.class.getName(), connections);
        context.addComponent("smtp", new MailComponent());
        new MailConvertersLoader().load(context.getTypeConverterRegistry());
    }

    private Session session(MailSettings settings) {
        return explained(() -> MailSessions.session(settings));
    }

    private Optional<MailSettings> settings() {
        return explained(() -> MailSettingsReader.read(config));
    }

    private <T> T explained(Supplier<T> reading) {
        try {
            T read = reading.get();
            fault = "";
            return read;
        } catch (IllegalArgumentException e) {
            fault = e.getMessage();
            throw e;
        }
    }

    @Override
    public RouteBuilder routes() {
        return settings().<RouteBuilder>map(Sending::new).orElseGet(Refusing::new);
    }

    private static final class Sending extends RouteBuilder {

        private final MailSettings settings;

        Sending(MailSettings settings) {
            this.settings = settings;
        }

        @Override
        public void configure() {
            from(SEND_MAIL)
                    .routeId("send-mail")
                    .process(this::write)
                    .removeHeaders("*")
                    .to("smtp:mail-server?javaMailSender=#" + SENDER)
                    .process(Sending::takeReply);
            from(CHECK_MAIL).routeId("check-mail").process(Sending::check);
        }

        private void write(Exchange exchange) throws MessagingException {
            Message message = exchange.getMessage();
            KeepingSender sender = exchange.getContext().getRegistry().lookupByNameAndType(SENDER, KeepingSender.class);
            message.setBody(Letter.of(
                    sender.getSession(),
                    settings.sender(),
                    message.getBody(OutgoingMail.class),
                    message.getHeader(NOW, Instant.class)));
        }

        private static void takeReply(Exchange exchange) {
            exchange.getMessage()
                    .setBody(exchange.getMessage().getBody(Letter.class).reply());
        }

        private static void check(Exchange exchange) throws MessagingException {
            exchange.getContext()
                    .getRegistry()
                    .lookupByNameAndType(Connections.class.getName(), Connections.class)
                    .check();
        }
    }

    private static final class Refusing extends RouteBuilder {
        @Override
        public void configure() {
            from(SEND_MAIL).routeId("send-mail").throwException(new UnavailableException(NOT_SET_UP));
            from(CHECK_MAIL).routeId("check-mail").throwException(new UnavailableException(NOT_SET_UP));
        }
    }
}
