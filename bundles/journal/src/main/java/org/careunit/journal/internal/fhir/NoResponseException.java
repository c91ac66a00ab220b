package org.careunit.journal.internal.fhir;

import java.io.IOException;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;

/** Thrown if a request brought no response that could be read. */
final class NoResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final JournalFault fault;
    private final boolean sent;

    private NoResponseException(JournalFault fault, boolean sent, String reason, Throwable cause) {
        super(reason, cause);
        this.fault = fault;
        this.sent = sent;
    }

    /** There was no connection. */
    static NoResponseException notSent(JournalFault fault, Throwable cause) {
        return new NoResponseException(fault, false, fault.what(), cause);
    }

    /** The request left, and nobody knows whether it was carried out. */
    static NoResponseException sent(JournalFault fault, Throwable cause) {
        return new NoResponseException(fault, true, "no response: " + fault.what(), cause);
    }

    /** Converts it to the answer to a notice. */
    JournalAnswer answer() {
        return sent ? JournalAnswer.unanswered(fault, getMessage()) : JournalAnswer.notSent(fault);
    }
}
