package org.careunit.sms.internal;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceSupport;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.routes.AdapterRoutes;
import org.careunit.sms.internal.SmsSettings.Gateway;
import org.careunit.sms.internal.SmsSettings.Transport;
import org.careunit.sms.internal.callback.CallbackReceipts;
import org.careunit.sms.internal.callback.CallbackServer;
import org.careunit.sms.internal.callback.CallbackSettings;
import org.careunit.sms.internal.http.HttpPartLink;
import org.careunit.sms.internal.receipts.ReceiptHandler;
import org.careunit.sms.internal.receipts.ReceiptReader;
import org.careunit.sms.internal.sending.LinkState;
import org.careunit.sms.internal.sending.MultipartClient;
import org.careunit.sms.internal.sending.PartLink;
import org.careunit.sms.internal.sending.SmsClient;
import org.careunit.sms.internal.smpp.SmppLink;
import org.careunit.sms.internal.smpp.SmppPartLink;
import org.careunit.sms.internal.smpp.SmppReceiver;
import org.careunit.sms.internal.smpp.SmppServer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Camel routes that hand SMS to the gateway. Over SMPP, behind the route is our own connection instead of Camel's
 * component, whose encoder loses characters; HTTP uses Camel's component. The result of an attempt is returned as an
 * answer, never as an exception, which Camel would log.
 */
@Component(service = {AdapterRoutes.class, SmsRoutes.class})
public final class SmsRoutes implements AdapterRoutes {

    static final String ADAPTER = "sms";
    static final String SEND_SMS = "direct:send-sms";
    static final String CHECK_GATEWAY = "direct:check-sms-gateway";
    static final String NOT_SET_UP = "SMS is not set up: name the SMS gateway in 'host' of careunit.sms.";

    private final SmsSettings settings;
    private final SmsMetrics metrics;
    private final SmsReceipts receipts;
    private final Clock clock;
    private final LinkState link = new LinkState();

    @Activate
    public SmsRoutes(
            @Reference SmsSettings settings,
            @Reference SmsMetrics metrics,
            @Reference SmsReceipts receipts,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.settings = settings;
        this.metrics = metrics;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ADAPTER;
    }

    SmsSettings settings() {
        return settings;
    }

    /** The fault of the connection to the gateway. */
    LinkState link() {
        return link;
    }

    @Override
    public void prepare(CamelContext context) throws Exception {
        if (settings.gateway().isEmpty()) {
            return;
        }
        Gateway gateway = settings.gateway().get();
        PartLink way = gateway.transport() instanceof Transport.Http http
                ? overHttp(context, http, gateway)
                : overSmpp(context, ((Transport.Smpp) gateway.transport()).server(), gateway);
        context.getRegistry()
                .bind(SmsClient.class.getName(), new MultipartClient(way, gateway.form(), clock, System::nanoTime));
    }

    private PartLink overSmpp(CamelContext context, SmppServer server, Gateway gateway) throws Exception {
        SmppLink made = new SmppLink(server, new SmppReceiver(handler(gateway)::take), link);
        context.addService(new ContextResource(made::open, made));
        return new SmppPartLink(made, gateway.receipts().ids());
    }

    private PartLink overHttp(CamelContext context, Transport.Http http, Gateway gateway) throws Exception {
        HttpPartLink made = new HttpPartLink(http.gateway(), link);
        made.prepare(context, System::nanoTime);
        context.getRegistry().bind(HttpPartLink.class.getName(), made);
        if (http.callbacks().isPresent()) {
            CallbackSettings settled = http.callbacks().get();
            CallbackServer callbacks = new CallbackServer(
                    settled,
                    new CallbackReceipts(settled.form(), handler(gateway)),
                    metrics.receipts().strangers(),
                    System::nanoTime);
            context.addService(new ContextResource(callbacks::open, callbacks));
        }
        return made;
    }

    private ReceiptHandler handler(Gateway gateway) {
        return new ReceiptHandler(
                new ReceiptReader(gateway.receipts().ids(), gateway.receipts().form()),
                gateway.receipts().outcomes(),
                receipts,
                metrics.receipts(),
                clock);
    }

    @Override
    public RouteBuilder routes() {
        return settings.gateway().isPresent() ? new Sending() : new Refusing();
    }

    /** Opens something when the routes' context starts, and closes it when it stops, after the routes have drained. */
    private static final class ContextResource extends ServiceSupport {

        private final Opener opening;
        private final AutoCloseable opened;

        ContextResource(Opener opening, AutoCloseable opened) {
            this.opening = opening;
            this.opened = opened;
        }

        @Override
        protected void doStart() throws Exception {
            opening.open();
        }

        @Override
        protected void doStop() throws Exception {
            opened.close();
        }
    }

    private interface Opener {
        void open() throws Exception;
    }

    private static final class Sending extends RouteBuilder {

        @Override
        public void configure() {
            from(SEND_SMS).routeId("send-sms").process(Sending::send);
            from(CHECK_GATEWAY).routeId("check-sms-gateway").process(Sending::check);
            HttpPartLink http =
                    getContext().getRegistry().lookupByNameAndType(HttpPartLink.class.getName(), HttpPartLink.class);
            if (http != null) {
                from(HttpPartLink.ASK).routeId("ask-sms-gateway").to(http.endpoint());
            }
        }

        private static void send(Exchange exchange) {
            OutgoingSms sms = exchange.getMessage().getBody(OutgoingSms.class);
            exchange.getMessage().setBody(client(exchange).send(sms));
        }

        private static void check(Exchange exchange) {
            exchange.getMessage().setBody(client(exchange).check());
        }

        private static SmsClient client(Exchange exchange) {
            return exchange.getContext().getRegistry().lookupByNameAndType(SmsClient.class.getName(), SmsClient.class);
        }
    }

    private static final class Refusing extends RouteBuilder {

        @Override
        public void configure() {
            from(SEND_SMS)
                    .routeId("send-sms")
                    .throwException(new UnavailableException(UnavailableProblem.GATEWAY, NOT_SET_UP));
            from(CHECK_GATEWAY)
                    .routeId("check-sms-gateway")
                    .throwException(new UnavailableException(UnavailableProblem.GATEWAY, NOT_SET_UP));
        }
    }
}
