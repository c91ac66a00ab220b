package org.careunit.sms.internal.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.careunit.sms.internal.encoding.Sender;

/**
 * One part with all data of its submission.
 *
 * @param name ours, the same at each attempt
 * @param validity for how long the gateway tries; empty for as long as it likes
 */
public record OutgoingPart(Sender from, TelephoneNumber to, EncodedPart part, Name name, Optional<Duration> validity) {

    /**
     * Our name of a part.
     *
     * @param number 1 for the first
     */
    public record Name(UUID message, int number) {

        /** The number that the parts of one message share; its lowest 8 or 16 bits are sent along. */
        public int reference() {
            return reference(message);
        }

        static int reference(UUID message) {
            return message.hashCode();
        }

        /** For gateways that name parts as we do. */
        @Override
        public String toString() {
            return message + "-" + number;
        }
    }

    /** The part's length alone. */
    @Override
    public String toString() {
        return "OutgoingPart[" + part + "]";
    }
}
