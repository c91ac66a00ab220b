package org.careunit.journal.internal.hl7;

import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;

/**
 * Meaning of a receiver's answer to a message.
 *
 * @param status {@code TECHNICAL_FAILURE}: an operator has to look, since the same message would be refused again
 * @param isAnswered whether the receiver answered this message; if not, nobody knows whether it was stored
 * @param reason one line, without content of the message or of the answer's texts
 */
record Hl7Answer(DeliveryStatus status, boolean isAnswered, String reason) {

    static Hl7Answer accepted(String code) {
        return new Hl7Answer(DeliveryStatus.ACCEPTED, true, code);
    }

    static Hl7Answer temporary(String reason) {
        return new Hl7Answer(DeliveryStatus.TEMPORARY_FAILURE, true, reason);
    }

    static Hl7Answer parked(String reason) {
        return new Hl7Answer(DeliveryStatus.TECHNICAL_FAILURE, true, reason);
    }

    static Hl7Answer none(String reason) {
        return new Hl7Answer(DeliveryStatus.TEMPORARY_FAILURE, false, reason);
    }

    /** The same for whoever sent the notice. */
    JournalAnswer answer() {
        return isAnswered ? JournalAnswer.of(status, reason) : JournalAnswer.unanswered(JournalFault.LOST, reason);
    }

    boolean isAccepted() {
        return status == DeliveryStatus.ACCEPTED;
    }

    boolean isParked() {
        return status == DeliveryStatus.TECHNICAL_FAILURE;
    }
}
