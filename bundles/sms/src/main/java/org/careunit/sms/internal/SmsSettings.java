package org.careunit.sms.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.operations.connection.Endpoint;
import org.careunit.sms.internal.callback.CallbackSettings;
import org.careunit.sms.internal.encoding.Countries;
import org.careunit.sms.internal.encoding.Sender;
import org.careunit.sms.internal.encoding.SmsEncoder;
import org.careunit.sms.internal.http.HttpGateway;
import org.careunit.sms.internal.receipts.ReceiptIds;
import org.careunit.sms.internal.receipts.ReceiptOutcomes;
import org.careunit.sms.internal.sending.MultipartClient;
import org.careunit.sms.internal.smpp.SmppServer;

/**
 * The configuration, read and checked; registered as a service while it is the last good one.
 *
 * @param gateway empty if SMS is not set up
 */
record SmsSettings(Optional<Gateway> gateway) {

    /** The gateway and its protocol. */
    record Gateway(Transport transport, Sender sender, SmsEncoder encoder, Countries countries, ReceiptRules receipts) {

        /** How messages are written and handed over. */
        MultipartClient.Form form() {
            return transport instanceof Transport.Http http
                    ? new MultipartClient.Form(
                            encoder,
                            sender,
                            !http.gateway().request().takesHeaders(),
                            http.gateway().connections(),
                            http.gateway().answer())
                    : smppForm(((Transport.Smpp) transport).server());
        }

        private MultipartClient.Form smppForm(SmppServer server) {
            return new MultipartClient.Form(encoder, sender, false, server.window(), server.answer());
        }

        /** The gateway, as it is shown. */
        String address() {
            return transport.endpoint().address();
        }
    }

    /** The protocol with its settings. */
    sealed interface Transport {

        Endpoint endpoint();

        /** SMPP 3.4. */
        record Smpp(SmppServer server) implements Transport {
            @Override
            public Endpoint endpoint() {
                return server.endpoint();
            }
        }

        /**
         * HTTP.
         *
         * @param callbacks where receipts come in; empty for none
         */
        record Http(HttpGateway gateway, Optional<CallbackSettings> callbacks) implements Transport {
            @Override
            public Endpoint endpoint() {
                return gateway.endpoint();
            }
        }
    }

    /**
     * How receipts are read.
     *
     * @param form of the gateway's own; empty for the standard's
     */
    record ReceiptRules(ReceiptIds ids, Optional<Pattern> form, ReceiptOutcomes outcomes) {}
}
