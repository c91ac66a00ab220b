package org.careunit.api.gateways;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes SMS. Safe for use by many threads; a call ends within the adapter's time-outs. */
@ConsumerType
public interface SmsGateway {

    /**
     * Hands all parts of one SMS to the gateway, once. The same SMS may be handed over again, after a crash or a
     * failure: its parts have the same reference then, and those that are known to have been taken are not sent again.
     *
     * @return the gateway's answer, with its ids of the parts where it has taken all of them;
     *     {@link DeliveryStatus#UNAVAILABLE} while the channel rests; never null
     */
    DeliveryResult send(OutgoingSms sms);

    /** Whether a gateway is configured; until then no SMS is sent. Answers from memory. */
    boolean isSetUp();

    /**
     * Has a listener called whenever the gateway answers again after the channel rested, in the thread that found out.
     *
     * @return removes the listener; not null
     */
    Runnable onRecovery(Runnable listener);
}
