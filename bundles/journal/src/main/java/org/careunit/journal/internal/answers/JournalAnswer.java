package org.careunit.journal.internal.answers;

import java.time.Instant;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystemAnswer;

/**
 * Result of sending one notice.
 *
 * @param status {@code TECHNICAL_FAILURE}: an operator has to look at this notice; {@code UNAVAILABLE}: the channel
 *     rests
 * @param isCertain whether it is known that the notice was carried out or that it was not
 * @param reason one line, without content of the notice or of the answer's texts
 * @param notBefore when the record system wants to be asked again; empty if it does not say
 * @param fault what is wrong with the way to the record system; empty if it answered
 */
public record JournalAnswer(
        DeliveryStatus status,
        boolean isCertain,
        String reason,
        Optional<Instant> notBefore,
        Optional<JournalFault> fault) {

    /** It was carried out, or there is nothing to do. */
    public static JournalAnswer accepted(String reason) {
        return of(DeliveryStatus.ACCEPTED, reason);
    }

    /** The record system answered. */
    public static JournalAnswer of(DeliveryStatus status, String reason) {
        return new JournalAnswer(status, true, reason, Optional.empty(), Optional.empty());
    }

    /** It is unknown whether it was carried out. */
    public static JournalAnswer unknown(String reason) {
        return new JournalAnswer(DeliveryStatus.TEMPORARY_FAILURE, false, reason, Optional.empty(), Optional.empty());
    }

    /** A fault of ours: an operator has to look at this notice, and nobody knows whether it was carried out. */
    public static JournalAnswer parked(String reason) {
        return new JournalAnswer(DeliveryStatus.TECHNICAL_FAILURE, false, reason, Optional.empty(), Optional.empty());
    }

    /** The record system refuses all notices for this reason. */
    public static JournalAnswer refusesAll(JournalFault fault, String reason) {
        return new JournalAnswer(DeliveryStatus.UNAVAILABLE, true, reason, Optional.empty(), Optional.of(fault));
    }

    /** There was no connection, so nothing was sent. */
    public static JournalAnswer notSent(JournalFault fault) {
        return new JournalAnswer(
                fault.isLasting() ? DeliveryStatus.UNAVAILABLE : DeliveryStatus.TEMPORARY_FAILURE,
                true,
                fault.what(),
                Optional.empty(),
                Optional.of(fault));
    }

    /** It was sent, and for this reason no answer came. */
    public static JournalAnswer unanswered(JournalFault fault, String reason) {
        return new JournalAnswer(DeliveryStatus.TEMPORARY_FAILURE, false, reason, Optional.empty(), Optional.of(fault));
    }

    public JournalAnswer notBefore(Optional<Instant> time) {
        return new JournalAnswer(status, isCertain, reason, time, fault);
    }

    /** The same in the API's form. */
    public RecordSystemAnswer answer() {
        return new RecordSystemAnswer(new DeliveryResult(status, reason), isCertain, notBefore);
    }
}
