package org.careunit.api.gateways;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes e-mail. Safe for use by many threads; a call ends within the adapter's time-outs. */
@ConsumerType
public interface MailGateway {

    /**
     * Hands one message to the mail server, once. The same message may be handed over again, after a crash or a
     * failure: it has the same Message-ID then.
     *
     * @return the mail server's answer, {@link DeliveryStatus#UNAVAILABLE} while the channel rests; never null
     */
    DeliveryResult send(OutgoingMail mail);

    /** Whether a mail server is configured; until then no mail is sent. Answers from memory. */
    default boolean isSetUp() {
        return true;
    }

    /**
     * Has a listener called whenever the mail server answers again after the channel rested, and when a check by an
     * operator succeeds, in the thread that found out.
     *
     * @return removes the listener; not null
     */
    default Runnable onRecovery(Runnable listener) {
        return () -> {};
    }
}
