package org.careunit.api.cases;

/** The stable codes of what decides about a message. */
public enum MessageReason {
    /** The gateway has taken it. */
    SENT,
    /** The gateway says that it has arrived, or the record system that it is done. */
    DELIVERED,
    /** It waits to be sent, or to be gathered with further news. */
    QUEUED,
    /** It waits, since the channel rests. */
    CHANNEL_RESTS,
    /** It is being handed to the gateway. */
    SENDING,
    /** The gateway did not take it; it is tried again. */
    TRIED_AGAIN,
    /** It will be sent at a time, if nothing happens. */
    WILL_COME,
    /** Everything happened but the sending, since the unit simulates. */
    SIMULATED,
    /** The event has come in and is not looked at yet. */
    NOT_LOOKED_AT,
    /** It is due, and the host has not said yet where the resident is reached. */
    WAITS_FOR_HOST,
    /** The gateway refused the recipient. */
    REFUSED,
    /** It could not be sent, for a reason that is not the recipient's. */
    FAILED,
    /** It could not leave within 7 days. */
    EXPIRED,
    /** The recipient's address was refused before. */
    HELD_BACK,
    /** When its turn came, the case needed it no more. */
    NOT_WANTED,
    /** Its recipient did not want to be told any more. */
    DECLINED_MEANWHILE,
    /** The unit has not joined, or is closed. */
    UNIT_SILENT,
    /** The section that switches such messages on is off. */
    SWITCHED_OFF,
    /** Whoever has the case took it. */
    TAKEN,
    /** The staff member does not want to be told of such news, or has no address. */
    DECLINED,
    /** The staff member wants SMS alone, and there is no SMS gateway. */
    NO_SMS_GATEWAY,
    /** Neither the handler nor a case receiver nor an address of the unit can be reached. */
    NOBODY_REACHED,
    /** The resident has chosen no way to be reminded, or the host does not know the case. */
    RESIDENT_NOT_REACHED,
    /** Nobody knows when the case was received. */
    NOT_RECEIVED,
    /** The case was given to nobody. */
    NOT_GIVEN,
    /** The resident has not replied, and the case was not reopened. */
    NO_REPLY,
    /** The case is answered, closed or withdrawn. */
    HANDLED,
    /** The case's type has no first-reply promise. */
    NO_PROMISE,
    /** Staff have replied in part or asked a counter-question. */
    REPLIED,
    /** A counter-question waits for the resident's reply. */
    RESTING,
    /** There is no answer to read. */
    NOT_ANSWERED,
    /** The answer is read, or the case withdrawn. */
    ANSWER_READ,
    /** It fell due while such reminders were switched off. */
    PASSED_WHILE_OFF,
    /** It fell due before the unit was open, or had clocks. */
    PASSED_BEFORE_UNIT,
    /** The unit's closed days leave no working day. */
    NO_WORKING_DAY
}
