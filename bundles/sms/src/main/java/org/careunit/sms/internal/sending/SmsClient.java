package org.careunit.sms.internal.sending;

import java.util.Optional;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;

/** Client of a gateway, by one protocol. Safe for use by many threads; a call ends within the time-outs. */
public interface SmsClient {

    /** Hands all parts over. */
    SmsAnswer send(OutgoingSms sms);

    /** The fault of the connection to the gateway; empty if it answers. */
    Optional<SmsFault> check();
}
