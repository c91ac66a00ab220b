package org.careunit.notifications.internal.clocks;

import java.time.Instant;
import java.util.Optional;

/** Forecast of a clock of a case, as long as nothing changes. */
public sealed interface Forecast {

    /**
     * The clock reminds.
     *
     * @param due the moment that the rule gives; may have passed
     * @param leaves when the message may leave: {@code due}, or if that has passed, now or when messages may leave
     *     again
     */
    record Reminds(Instant due, Instant leaves) implements Forecast {}

    /**
     * The clock will not remind.
     *
     * @param reason the one that decides
     */
    record Silent(Reason reason) implements Forecast {}

    /** When the message may leave; empty if none will. */
    default Optional<Instant> leaving() {
        return this instanceof Reminds reminds ? Optional.of(reminds.leaves()) : Optional.empty();
    }

    /** Why a clock does not remind. */
    enum Reason {
        /** It has reminded in this round. */
        REMINDED,
        /** Nobody knows when the case was received. */
        NOT_RECEIVED,
        /** The case is answered, closed or withdrawn. */
        HANDLED,
        /** The type has no first-reply promise. */
        NO_PROMISE,
        /** Staff have replied in part or asked a counter-question. */
        REPLIED,
        /** A counter-question waits for the resident's reply. */
        RESTING,
        /** There is no answer in this round. */
        NOT_ANSWERED,
        /** The answer is read, or the case withdrawn. */
        RESIDENT_DONE,
        /** Such reminders are switched off. */
        SWITCHED_OFF,
        /** It fell due while such reminders were switched off, or before this unit had clocks. */
        PASSED,
        /** The unit's closed days leave no working day within {@link WorkingDayClock#HORIZON_DAYS} days. */
        NO_WORKING_DAY
    }
}
