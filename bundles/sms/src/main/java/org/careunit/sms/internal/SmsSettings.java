package org.careunit.sms.internal;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.operations.connection.Endpoint;
import org.careunit.sms.internal.encoding.Countries;
import org.careunit.sms.internal.encoding.Sender;
import org.careunit.sms.internal.encoding.SmsEncoder;
import org.careunit.sms.internal.receipts.ReceiptIds;
import org.careunit.sms.internal.receipts.ReceiptOutcomes;
import org.careunit.sms.internal.smpp.SmppServer;

/**
 * The configuration, read and checked; registered as a service while it is the last good one.
 *
 * @param gateway empty if SMS is not set up
 */
record SmsSettings(Optional<Gateway> gateway) {

    /** The gateway and how to speak with it. */
    record Gateway(Transport transport, Sender sender, SmsEncoder encoder, Countries countries, ReceiptRules receipts) {

        /** The gateway, as it is shown. */
        String address() {
            return transport.endpoint().address();
        }
    }

    /** The protocol, with what is particular to it. */
    sealed interface Transport {

        Endpoint endpoint();

        /** SMPP 3.4. */
        record Smpp(SmppServer server) implements Transport {
            @Override
            public Endpoint endpoint() {
                return server.endpoint();
            }
        }
    }

    /**
     * How receipts are read.
     *
     * @param form of the gateway's own; empty for the standard's
     * @param zone in which the gateway tells the time
     */
    record ReceiptRules(ReceiptIds ids, Optional<Pattern> form, ReceiptOutcomes outcomes, ZoneId zone) {}
}
