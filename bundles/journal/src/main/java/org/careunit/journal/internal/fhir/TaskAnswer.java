package org.careunit.journal.internal.fhir;

import java.time.Instant;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.answers.JournalAnswer;

/**
 * Meaning of a server's response to a request about a Task.
 *
 * @param answer for whoever sent the notice
 * @param next what follows at once
 * @param task where the Task is; empty if the response does not say
 */
record TaskAnswer(JournalAnswer answer, Next next, Optional<TaskReference> task) {

    /** The next request. */
    enum Next {
        /** Nothing. */
        NOTHING,
        /** The Task is read again, and its status alone is changed in what was read. */
        READ_AGAIN
    }

    static TaskAnswer accepted(String reason, Optional<TaskReference> task) {
        return new TaskAnswer(JournalAnswer.accepted(reason), Next.NOTHING, task);
    }

    static TaskAnswer of(JournalAnswer answer) {
        return new TaskAnswer(answer, Next.NOTHING, Optional.empty());
    }

    static TaskAnswer of(DeliveryStatus status, String reason) {
        return of(JournalAnswer.of(status, reason));
    }

    static TaskAnswer readAgain(String reason) {
        return new TaskAnswer(
                JournalAnswer.of(DeliveryStatus.TEMPORARY_FAILURE, reason), Next.READ_AGAIN, Optional.empty());
    }

    DeliveryStatus status() {
        return answer.status();
    }

    String reason() {
        return answer.reason();
    }

    Optional<Instant> notBefore() {
        return answer.notBefore();
    }
}
