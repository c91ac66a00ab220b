package org.careunit.sms.internal;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceSupport;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.routes.AdapterRoutes;
import org.careunit.sms.internal.SmsSettings.Gateway;
import org.careunit.sms.internal.SmsSettings.Transport;
import org.careunit.sms.internal.receipts.ReceiptHandler;
import org.careunit.sms.internal.receipts.ReceiptReader;
import org.careunit.sms.internal.smpp.LinkState;
import org.careunit.sms.internal.smpp.SmppClient;
import org.careunit.sms.internal.smpp.SmppLink;
import org.careunit.sms.internal.smpp.SmppReceiver;
import org.careunit.sms.internal.smpp.SmppServer;
import org.careunit.sms.internal.smpp.SmppSubmitter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way to the SMS gateway. Behind the route is a connection of ours rather than Camel's SMPP component, whose
 * encoder loses characters. What comes of an attempt is an answer, never an exception: Camel would log that.
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

    /** Whether the connection to the gateway is bound, where it keeps one. */
    LinkState link() {
        return link;
    }

    @Override
    public void prepare(CamelContext context) throws Exception {
        if (settings.gateway().isEmpty()) {
            return;
        }
        Gateway gateway = settings.gateway().get();
        SmppServer server = ((Transport.Smpp) gateway.transport()).server();
        ReceiptHandler handler = handler(gateway);
        SmppReceiver receiver = new SmppReceiver(
                message -> handler.take(message, gateway.receipts().zone()));
        SmppLink made = new SmppLink(server, receiver, link);
        context.addService(new Linked(made));
        SmppClient.Form form = new SmppClient.Form(
                gateway.encoder(), gateway.sender(), gateway.receipts().ids());
        context.getRegistry()
                .bind(
                        SmsClient.class.getName(),
                        new SmppClient(made, new SmppSubmitter(server, made, System::nanoTime), form, clock));
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

    /**
     * Opens the connection when the routes' context starts, and unbinds when it stops, which is after the routes have
     * drained.
     */
    private static final class Linked extends ServiceSupport {

        private final SmppLink link;

        Linked(SmppLink link) {
            this.link = link;
        }

        @Override
        protected void doStart() {
            link.open();
        }

        @Override
        protected void doStop() {
            link.close();
        }
    }

    private static final class Sending extends RouteBuilder {

        @Override
        public void configure() {
            from(SEND_SMS).routeId("send-sms").process(Sending::send);
            from(CHECK_GATEWAY).routeId("check-sms-gateway").process(Sending::check);
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
            from(SEND_SMS).routeId("send-sms").throwException(new UnavailableException(NOT_SET_UP));
            from(CHECK_GATEWAY).routeId("check-sms-gateway").throwException(new UnavailableException(NOT_SET_UP));
        }
    }
}
