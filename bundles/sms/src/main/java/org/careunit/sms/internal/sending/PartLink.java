package org.careunit.sms.internal.sending;

import java.util.Optional;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;

/** Connection to a gateway, by one protocol. Safe for use by many threads; a call ends within the time-outs. */
public interface PartLink {

    /** Hands one part over, once. */
    Attempt submit(OutgoingPart part);

    /** The fault of the connection to the gateway; empty if it answers. */
    Optional<SmsFault> check();

    /**
     * Result of a submission.
     *
     * @param answer with the gateway's id of the part if it was taken; never null
     * @param throttled whether it is worth another attempt as soon as there are fewer
     */
    record Attempt(SmsAnswer answer, boolean throttled) {

        /** An answer that stays. */
        public static Attempt of(SmsAnswer answer) {
            return new Attempt(answer, false);
        }
    }
}
