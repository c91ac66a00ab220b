package org.careunit.itests.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v251.message.ACK;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Other ways to tell a record system, of which nothing is written down. */
final class JournalPeers {

    /** As ours are, without a person. */
    static final String MDM = String.join(
            "\r",
            "MSH|^~\\&|CAREUNIT|REGION|JOURNAL|VARD|20260305080003+0100||MDM^T01^MDM_T01|abcdefghij0123456789|P|2.5.1"
                    + "|||AL|NE||UNICODE UTF-8",
            "EVN|T01|20260305080003+0100",
            "PID|1||A-2026:17^^^CAREUNIT||^^^^^^U",
            "PV1|1|U",
            "TXA|1|CN|TX|20260305080003+0100||||||||A-2026:17-1|||||AU|||",
            "");

    static final String TASK =
            "{\"resourceType\":\"Task\",\"identifier\":[{\"system\":\"urn:careunit:case\",\"value\":\""
                    + "SE1111111111-UNIT1/A-2026:17/1\"}],\"status\":\"requested\",\"intent\":\"order\",\"code\":{\"text\":"
                    + "\"Case waiting\"},\"authoredOn\":\"2026-03-05T08:00:03+01:00\"}";

    private JournalPeers() {}

    /** One thread that waits on its socket for each answer. */
    static final class BareSocket implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private final byte[] frame = MllpSink.framed(MDM);

        BareSocket(int port) throws Exception {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        void send() throws Exception {
            socket.getOutputStream().write(frame);
            if (!MllpSink.frame(in).contains("MSA|AA|")) {
                throw new IllegalStateException("The sink takes everything");
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** HAPI's client and HAPI's server, one connection. */
    static final class HapiPair implements AutoCloseable {

        private final HapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation());
        private final HL7Service server;
        private final Connection connection;

        HapiPair() throws Exception {
            context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            server = context.newServer(port, false);
            server.registerApplication(new Taking());
            server.startAndWait();
            connection = context.newClient("127.0.0.1", port, false);
        }

        void send() throws Exception {
            Message message = context.getPipeParser().parse(MDM);
            Message answer = connection.getInitiator().sendAndReceive(message);
            if (!(answer instanceof ACK ack
                    && ack.getMSA().getAcknowledgmentCode().getValue().equals(AcknowledgmentCode.AA.name()))) {
                throw new IllegalStateException("HAPI's server takes everything");
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
            server.stopAndWait();
            context.close();
        }

        private static final class Taking implements ReceivingApplication<Message> {

            @Override
            @SuppressWarnings("UnusedException") // there is nothing to learn from it here
            public Message processMessage(Message message, Map<String, Object> metadata) {
                try {
                    return message.generateACK();
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }

            @Override
            public boolean canProcess(Message message) {
                return true;
            }
        }
    }

    /** Camel's HTTP component as it comes. Safe for use by many threads. */
    static final class PlainHttp implements AutoCloseable {

        private final DefaultCamelContext context = new DefaultCamelContext();
        private final ProducerTemplate template;
        private final String endpoint;

        PlainHttp(int port) {
            context.disableJMX();
            context.start();
            template = context.createProducerTemplate();
            endpoint = "http://127.0.0.1:" + port + FhirSink.PATH + "/Task";
        }

        void send() {
            template.requestBodyAndHeaders(
                    endpoint,
                    TASK.getBytes(UTF_8),
                    Map.of("CamelHttpMethod", "POST", "Content-Type", "application/fhir+json"));
        }

        @Override
        public void close() {
            context.stop();
        }
    }
}
