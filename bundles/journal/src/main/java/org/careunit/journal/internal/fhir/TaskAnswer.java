package org.careunit.journal.internal.fhir;

import java.time.Instant;
import java.util.Optional;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * What a server's response to a request about a Task means.
 *
 * @param status {@code UNAVAILABLE}: the server refuses all requests of ours, and the channel rests; {@code TECHNICAL_FAILURE}:
 *     an operator has to look at this message
 * @param next what follows at once
 * @param reason one line, without texts of the server's
 * @param task where the Task is; empty if the response does not say
 * @param notBefore when the server wants to be asked again; empty if it does not say
 */
record TaskAnswer(
        DeliveryStatus status, Next next, String reason, Optional<TaskReference> task, Optional<Instant> notBefore) {

    /** What follows at once. */
    enum Next {
        /** Nothing. */
        NOTHING,
        /** The Task is read again, and its status alone is changed in what was read. */
        READ_AGAIN
    }

    static TaskAnswer accepted(String reason, Optional<TaskReference> task) {
        return new TaskAnswer(DeliveryStatus.ACCEPTED, Next.NOTHING, reason, task, Optional.empty());
    }

    static TaskAnswer of(DeliveryStatus status, String reason) {
        return new TaskAnswer(status, Next.NOTHING, reason, Optional.empty(), Optional.empty());
    }

    static TaskAnswer readAgain(String reason) {
        return new TaskAnswer(
                DeliveryStatus.TEMPORARY_FAILURE, Next.READ_AGAIN, reason, Optional.empty(), Optional.empty());
    }

    TaskAnswer notBefore(Optional<Instant> time) {
        return new TaskAnswer(status, next, reason, task, time);
    }
}
