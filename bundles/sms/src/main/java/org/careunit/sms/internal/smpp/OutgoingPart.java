package org.careunit.sms.internal.smpp;

import java.time.Duration;
import java.util.Optional;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.sms.internal.encoding.EncodedPart;
import org.careunit.sms.internal.encoding.Sender;

/**
 * One part, with all that a submission says of it.
 *
 * @param reference the message's, the same at each attempt; its lowest 16 bits are sent along
 * @param validity for how long the SMS centre tries; empty for as long as it likes
 */
public record OutgoingPart(
        Sender from, TelephoneNumber to, EncodedPart part, int reference, Optional<Duration> validity) {

    /** The part's length alone. */
    @Override
    public String toString() {
        return "OutgoingPart[" + part + "]";
    }
}
