package org.careunit.api.messages;

/** State of a message to one recipient, from when it is queued until nothing can change it any more. */
public enum MessageState {
    /** To be sent. */
    QUEUED(false),
    /** Being handed over; a message found here after a crash may or may not have left. */
    SENDING(false),
    /** The gateway has taken it; a receipt or a bounce may still change that, for 7 days (e-mail) or 72 hours (SMS). */
    SENT(true),
    /** The gateway says that it has arrived. */
    DELIVERED(true),
    /** Not taken; it is tried again by itself. */
    TEMPORARY_FAILURE(false),
    /** The recipient was refused permanently, by the gateway or later by a bounce or receipt. */
    PERMANENT_FAILURE(true),
    /** It could not be sent for a reason that is not the recipient's; an operator may start it again. */
    TECHNICAL_FAILURE(true),
    /** Not sent: the recipient was refused permanently before. */
    SUPPRESSED(true),
    /** Not sent: it was no longer wanted when its turn came. */
    CANCELLED(true),
    /** There was no recipient. */
    NO_RECIPIENT(true),
    /** Not sent, since the unit simulates: all happened but the sending. */
    SIMULATED(true);

    private final boolean ended;

    MessageState(boolean ended) {
        this.ended = ended;
    }

    /** Whether nothing more is done about the message by itself. */
    public boolean ended() {
        return ended;
    }

    /** Whether it was tried and did not succeed, so that an operator may have it tried again. */
    public boolean failed() {
        return this == TEMPORARY_FAILURE
                || this == PERMANENT_FAILURE
                || this == TECHNICAL_FAILURE
                || this == SUPPRESSED;
    }
}
