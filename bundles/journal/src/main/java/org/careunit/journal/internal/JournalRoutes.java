package org.careunit.journal.internal;

import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceSupport;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.http.HttpServerAddress;
import org.careunit.http.HttpServerAddress.Limits;
import org.careunit.journal.internal.JournalSettings.Server;
import org.careunit.journal.internal.JournalSettings.Transport;
import org.careunit.journal.internal.answers.RecordSystemClient;
import org.careunit.journal.internal.fhir.FhirRecordSystem;
import org.careunit.journal.internal.hl7.Hl7RecordSystem;
import org.careunit.operations.connection.Host;
import org.careunit.routes.AdapterRoutes;

/**
 * Camel routes that send notices to one record system. FHIR uses Camel's HTTP component; HL7 uses a connection of ours
 * behind the route, since Camel's MLLP component logs messages and accepts answers to other messages. The result of a
 * notice is returned as an answer, never as an exception.
 */
final class JournalRoutes implements AdapterRoutes {

    static final String TELL = "direct:tell-record-system";
    static final String CHECK = "direct:check-record-system";

    private final String name;
    private final Server server;
    private final Clock clock;

    /** @param name of the adapter, unlike that of any other record system's */
    JournalRoutes(String name, Server server, Clock clock) {
        this.name = name;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(CamelContext context) throws Exception {
        context.getRegistry().bind(RecordSystemClient.class.getName(), client(context));
    }

    private RecordSystemClient client(CamelContext context) throws Exception {
        Host host = server.endpoint().hosts().get(0);
        Optional<SSLSocketFactory> tls = server.sockets();
        if (server.transport() instanceof Transport.Hl7 hl7) {
            Hl7RecordSystem system = new Hl7RecordSystem(
                    new Hl7RecordSystem.Address(host, tls, server.connect(), server.answer()),
                    hl7.receiver(),
                    clock,
                    System::nanoTime);
            context.addService(new ConnectionCloser(system));
            return system;
        }
        FhirRecordSystem system = fhir(host, tls);
        system.prepare(context, System::nanoTime);
        return system;
    }

    private FhirRecordSystem fhir(Host host, Optional<SSLSocketFactory> tls) {
        HttpServerAddress address = new HttpServerAddress(
                host,
                ((Transport.Fhir) server.transport()).path(),
                tls,
                new Limits(server.connect(), server.answer(), server.connections(), FhirRecordSystem.LONGEST_ANSWER));
        return new FhirRecordSystem(address, server.endpoint().login(), clock);
    }

    @Override
    public RouteBuilder routes() {
        return new NoticeRoutes();
    }

    /** Closes a connection when the routes have drained and their context stops. */
    private static final class ConnectionCloser extends ServiceSupport {

        private final AutoCloseable connection;

        ConnectionCloser(AutoCloseable connection) {
            this.connection = connection;
        }

        @Override
        protected void doStop() throws Exception {
            connection.close();
        }
    }

    private static final class NoticeRoutes extends RouteBuilder {

        @Override
        public void configure() {
            from(TELL).routeId("tell-record-system").process(NoticeRoutes::tell);
            from(CHECK).routeId("check-record-system").process(NoticeRoutes::check);
            if (client(getContext()) instanceof FhirRecordSystem fhir) {
                from(FhirRecordSystem.ASK).routeId("ask-fhir-server").to(fhir.endpoint());
            }
        }

        private static void tell(Exchange exchange) {
            CaseNotice notice = exchange.getMessage().getBody(CaseNotice.class);
            exchange.getMessage().setBody(client(exchange.getContext()).send(notice));
        }

        private static void check(Exchange exchange) {
            exchange.getMessage().setBody(client(exchange.getContext()).check());
        }

        private static RecordSystemClient client(CamelContext context) {
            return context.getRegistry()
                    .lookupByNameAndType(RecordSystemClient.class.getName(), RecordSystemClient.class);
        }
    }
}
