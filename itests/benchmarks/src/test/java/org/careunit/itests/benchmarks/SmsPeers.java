package org.careunit.itests.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** Other ways to hand SMS over, of which nothing is written down. Safe for use by many threads. */
final class SmsPeers {

    static final String TEXT = "Du har fått ett ärende på Provmottagningen. Logga in för att läsa det.";
    static final String TO = "46701234567";

    private SmsPeers() {}

    /** One bound session of jSMPP, and bytes that are encoded already. */
    static final class BareSession implements AutoCloseable {

        private final SMPPSession session = new SMPPSession();
        private final byte[] text = TEXT.getBytes(ISO_8859_1);

        BareSession(int port) throws Exception {
            session.setTransactionTimer(30_000);
            session.connectAndBind(
                    "127.0.0.1",
                    port,
                    new BindParameter(
                            BindType.BIND_TRX,
                            "careunit",
                            "secret",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null));
        }

        void send() throws Exception {
            session.submitShortMessage(
                    "",
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "Careunit",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    TO,
                    new ESMClass(0),
                    (byte) 0,
                    (byte) 0,
                    null,
                    null,
                    new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                    (byte) 0,
                    new RawDataCoding((byte) 0),
                    (byte) 0,
                    text);
        }

        @Override
        public void close() {
            session.unbindAndClose();
        }
    }

    /** Camel's component as it comes. */
    static final class PlainCamel implements AutoCloseable {

        private final DefaultCamelContext context = new DefaultCamelContext();
        private final ProducerTemplate template;
        private final String endpoint;

        PlainCamel(int port) {
            context.disableJMX();
            context.start();
            template = context.createProducerTemplate();
            endpoint = "smpp://careunit@127.0.0.1:" + port + "?password=secret&systemType=producer";
        }

        void send() {
            template.requestBodyAndHeaders(endpoint, TEXT, Map.of("CamelSmppDestAddr", TO));
        }

        @Override
        public void close() {
            context.stop();
        }
    }
}
